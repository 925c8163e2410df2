import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFramePace } from '../../../../renderer/checks/camera/frame-pace.ts';

const START_MS = 1000;
const END_MS = 7000;

/** The worst second of a watch of 6 s with frames at these times after its start, milliseconds. */
function worstOf(arrivals: readonly number[]): number | null {
  const pace = createFramePace(START_MS);
  for (const atMs of arrivals) pace.see(START_MS + atMs);
  expect(pace.count()).toBe(arrivals.length);
  return pace.worstSecond(END_MS);
}

/** `fps` frames a second from `fromMs` until `toMs`. */
function frames(fps: number, fromMs: number, toMs: number): number[] {
  const count = Math.floor(((toMs - fromMs) * fps) / 1000);
  return Array.from({ length: count }, (_, at) => fromMs + ((at + 0.5) * 1000) / fps);
}

test.each([
  ['a steady camera has no bad second', frames(30, 0, 6000), 29, 30],
  ['one that gives up after 4 s', frames(30, 0, 4000), 0, 0],
  ['one that gives up half a second before the end', frames(30, 0, 5500), 14, 16],
  ['one that starts late', frames(30, 800, 6000), 5, 7],
  ['a stall in the middle, across two whole seconds', [...frames(30, 0, 2500), ...frames(30, 3300, 6000)], 5, 7],
  ['one that falls to 5 frames a second', [...frames(30, 0, 4000), ...frames(5, 4000, 6000)], 4, 5],
  ['no frame at all', [], 0, 0],
])('%s', (_what, arrivals, least, most) => {
  const worst = worstOf(arrivals);
  expect(worst).toBeGreaterThanOrEqual(least);
  expect(worst).toBeLessThanOrEqual(most);
});

test('less than a second says nothing', () => {
  const pace = createFramePace(0);
  pace.see(500);
  expect(pace.worstSecond(999)).toBeNull();
  expect(pace.worstSecond(1000)).toBe(1);
});

test('no second of the watch brought fewer, and a lost frame never makes it better', () => {
  const times = fc.array(fc.integer({ min: 0, max: 6000 }), { maxLength: 200 });
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 5000 }), fc.nat(), (found, fromMs, lost) => {
      const arrivals = [...found].sort((a, b) => a - b);
      const worst = worstOf(arrivals) ?? Number.NaN;
      expect(worst).toBeLessThanOrEqual(arrivals.filter((at) => at > fromMs && at <= fromMs + 1000).length);
      expect(worst).toBeLessThanOrEqual(Math.ceil(arrivals.length / 6));
      expect(worstOf(arrivals.filter((_, at) => at !== lost % arrivals.length))).toBeLessThanOrEqual(worst);
    }),
  );
});
