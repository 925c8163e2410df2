import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SimulatedLine, simulateFlow } from './simulated-line.ts';

const STEADY: SimulatedLine = { mbpsAt: () => 20, bufferMs: 200, oneWayMs: 15 };

const SAVING = { bufferMs: 1.2, burstBytes: 40_000 };

/** The same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

function run(line: Partial<SimulatedLine>, coarseMbps = 20, mostMbps = 450, seed = 7) {
  return simulateFlow({ ...STEADY, ...line }, { coarseMbps, mostMbps }, randomOf(seed));
}

function off(mbps: number | undefined, truth: number): number {
  return Math.abs((mbps ?? Number.NaN) / truth - 1);
}

describe('a flow that is to fill the line', () => {
  it('finds the rate of any line, whatever the trains made of it, what is lost and how packets jitter', () => {
    const line = fc.record({
      mbps: fc.double({ min: 0.5, max: 150, noNaN: true }),
      coarseOff: fc.double({ min: 0.6, max: 1.5, noNaN: true }),
      oneWayMs: fc.integer({ min: 2, max: 150 }),
      jitterMs: fc.constantFrom(0, 0, 2, 8, 15),
      lossPct: fc.constantFrom(0, 0, 1, 4),
      bufferMs: fc.constantFrom(40, 200, 1_000),
      seed: fc.integer(),
    });
    const tried = fc.property(line, ({ mbps, coarseOff, seed, ...rest }) => {
      // A buffer of at least a few packets, as there is.
      const bufferMs = Math.max(rest.bufferMs, 32_000 / (125 * mbps), 6 * rest.jitterMs);
      const { estimate, elapsedMs, bytes } = run(
        { ...rest, bufferMs, mbpsAt: () => mbps },
        coarseOff * mbps,
        450,
        seed,
      );
      expect(elapsedMs).toBeLessThan(2_020);
      if (estimate?.limitedBy === 'line' && estimate.stable) expect(off(estimate.mbps, mbps)).toBeLessThan(0.05);
      else expect(estimate?.mbps ?? 0).toBeLessThan(1.05 * mbps);
      // A line both fast and long takes the data cap before it is full.
      if (rest.jitterMs === 0 && bytes < 8_900_000) expect(estimate).toMatchObject({ limitedBy: 'line', stable: true });
    });
    fc.assert(tried, { numRuns: 60 });
  });

  it.each([
    ['a bucket lets the beginning through unshaped', { burstBytes: 300_000 }, 240],
    ['the train was far too hopeful', {}, 200],
    ['the train was far too modest', {}, 4],
    ['the buffer is shallow', { bufferMs: 14 }, 20],
    ['there is no buffer: too much is dropped', SAVING, 60],
    [
      'there is none and the sender stands still again and again',
      { bufferMs: 1.2, stall: { everyMs: 25, forMs: 4 } },
      60,
    ],
    ['there is none and a bucket saves up meanwhile', { ...SAVING, stall: { everyMs: 40, forMs: 4 } }, 60],
    ['the sender stands still now and then', { stall: { everyMs: 90, forMs: 12 } }, 20],
  ])('finds it although %s', (_what, line, coarseMbps) => {
    const { estimate, bytes } = run(line, coarseMbps);
    expect(estimate).toMatchObject({ limitedBy: 'line', stable: true });
    expect(off(estimate?.mbps, 20)).toBeLessThan(0.03);
    expect(bytes).toBeLessThan(6_000_000);
  });

  it('takes random loss of a line that is not full for loss, and goes on', () => {
    const { estimate } = run({ lossPct: 12 }, 6);
    expect(off(estimate?.mbps, 20)).toBeLessThan(0.04);
  });

  it('says that it was not full where it may not be sent enough', () => {
    const { estimate } = run({ mbpsAt: () => 500 }, 100, 100);
    expect(estimate).toMatchObject({ limitedBy: 'cap' });
    expect(off(estimate?.mbps, 100)).toBeLessThan(0.05);
  });

  it('says that this machine was the limit where it could not send enough', () => {
    const { estimate } = run({ mbpsAt: () => 300, senderMbps: 60 }, 100);
    expect(estimate).toMatchObject({ limitedBy: 'processor' });
    expect(estimate?.mbps).toBeLessThan(70);
  });

  it('finds the rate of a slow line without a buffer, whose packets timers send a little late', () => {
    const { estimate } = run({ mbpsAt: () => 1, bufferMs: 24, stall: { everyMs: 9, forMs: 3 } }, 3);
    expect(estimate).toMatchObject({ limitedBy: 'line', stable: true });
    expect(off(estimate?.mbps, 1)).toBeLessThan(0.03);
  });

  it('says so too where a line without a buffer was hardly ever fed without a pause', () => {
    const { estimate } = run({ bufferMs: 1.2, stall: { everyMs: 12, forMs: 6 } }, 60);
    expect(estimate).toMatchObject({ limitedBy: 'processor', busyEnd: 'sender' });
    expect(estimate?.mbps).toBeLessThan(20);
  });

  it('takes the later rate where it changes on the way, or says that it was not steady', () => {
    const once = run({ mbpsAt: (ms) => (ms < 150 ? 30 : 20) }).estimate;
    expect(once?.limitedBy).toBe('line');
    expect(off(once?.mbps, 20)).toBeLessThan(0.05);
    const everSlower = run({ mbpsAt: (ms) => 20 * 0.6 ** (ms / 200), bufferMs: 400 });
    expect(everSlower.estimate).not.toMatchObject({ limitedBy: 'line', stable: true });
    expect(everSlower.elapsedMs).toBeLessThan(2_020);
  });

  it('does not fill a buffer of a second', () => {
    const { estimate } = run({ bufferMs: 1_000 });
    expect(estimate?.delayUs).toBeLessThan(100_000);
  });
});
