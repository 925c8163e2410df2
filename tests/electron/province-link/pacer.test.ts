import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPacer } from '../../../electron/province/link/pacer.ts';

it('lets through what is set aside, whatever the pieces and however late they come', () => {
  const pieces = fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 16_384 }), lateMs: fc.nat({ max: 5 }) }), {
    minLength: 50,
    maxLength: 200,
  });
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 200 }), (stream, mbps) => {
      let nowMs = 1_000;
      const pace = createPacer(
        () => ({ down: mbps, up: 1 }),
        () => nowMs,
      );
      let bytes = 0;
      for (const piece of stream) {
        bytes += piece.bytes;
        nowMs += pace('down', piece.bytes) + piece.lateMs;
      }
      // A burst of ten milliseconds and the last piece may be ahead.
      expect((8 * bytes) / 1000).toBeLessThanOrEqual(mbps * (nowMs - 1_000 + 10));
    }),
  );
});

it('keeps nobody waiting who is slower, nor where nothing is set aside, and each way for itself', () => {
  let nowMs = 0;
  const pace = createPacer(
    () => ({ down: 8, up: 0.1 }),
    () => nowMs,
  );
  for (let piece = 0; piece < 100; piece += 1) {
    nowMs += 2;
    expect(pace('down', 1_500)).toBe(0);
  }
  expect(pace('up', 1_500)).toBeGreaterThan(0);
  expect(createPacer(() => null)('down', 1e9)).toBe(0);
});

it('follows what is set aside from now on', () => {
  let most = { down: 100, up: 100 };
  const pace = createPacer(
    () => most,
    () => 0,
  );
  const before = pace('down', 1e6);
  most = { down: 10, up: 10 };
  expect(pace('down', 1e6) - before).toBeGreaterThan(5 * before);
});
