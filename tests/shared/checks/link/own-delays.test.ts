import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainJitter, ownDelays } from '../../../../shared/checks/link/own-delays.ts';

const MS = 1_000;
const EVERY_MS = 4;

/** Packets sent every 4 ms that took so long (ms; NaN: lost), received by a process that stood still at these times. */
function received(delays: readonly number[], stalls: readonly { readonly fromMs: number; readonly ms: number }[]) {
  const spans = delays.map((delayMs, n) => {
    const sentMs = n * EVERY_MS;
    const atMs = sentMs + delayMs;
    const stall = stalls.find(({ fromMs, ms }) => atMs >= fromMs && atMs < fromMs + ms);
    if (!stall) return { seen: delayMs * MS, least: delayMs * MS };
    const seenMs = stall.fromMs + stall.ms - sentMs;
    return { seen: seenMs * MS, least: (seenMs - stall.ms) * MS };
  });
  return { seen: spans.map(({ seen }) => seen), least: spans.map(({ least }) => least) };
}

const exact = (delays: readonly number[]) => received(delays, []);
const steady = (count: number, delayMs = 20) => Array.from({ length: count }, () => delayMs);

describe('of the delays of packets', () => {
  const delay = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 5, max: 200 }) }, fc.constant(Number.NaN));
  const line = fc.array(delay, { minLength: 2, maxLength: 120 });
  const stall = fc.record({ fromMs: fc.integer({ min: 0, max: 400 }), ms: fc.integer({ min: 9, max: 250 }) });
  /** One after the other. */
  const stalls = fc.array(stall, { maxLength: 4 }).map((all) => {
    let endMs = 0;
    return all.map(({ fromMs, ms }) => {
      const begins = endMs + 1 + fromMs;
      endMs = begins + ms;
      return { fromMs: begins, ms };
    });
  });

  it('nothing is a receiver’s own that always looked in time', () => {
    fc.assert(
      fc.property(line, (delays) => {
        expect(ownDelays(exact(delays))).toEqual({ jitterMs: 0, latePct: 0 });
      }),
    );
  });

  it('no jitter is called certain that the line did not have, wherever its receiver stood still', () => {
    fc.assert(
      fc.property(line, stalls, (delays, still) => {
        expect(certainJitter(received(delays, still))).toBeLessThanOrEqual(certainJitter(exact(delays)) + 1e-6);
      }),
    );
  });

  it('the certain jitter is the least that any times of coming give', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 2, maxLength: 6 }), (spans) => {
        const least = spans.map(([a, b]) => Math.min(a, b));
        const seen = spans.map(([a, b]) => Math.max(a, b));
        // Whatever a best way is, there is one through whole numbers: try them all.
        let costs = new Map<number, number>([...between(least[0]!, seen[0]!)].map((at) => [at, 0]));
        for (let n = 1; n < spans.length; n += 1) {
          costs = new Map(
            between(least[n]!, seen[n]!).map((at) => [
              at,
              Math.min(...[...costs].map(([before, cost]) => cost + Math.abs(at - before))),
            ]),
          );
        }
        expect(certainJitter({ seen, least }) * (spans.length - 1)).toBeCloseTo(Math.min(...costs.values()), 9);
      }),
    );
  });

  it('those seen late after a stall are undecided, and the others decided', () => {
    // 220 ms: so long that packets of 160 ms come out of it later than a meeting waits.
    const own = ownDelays(received(steady(500), [{ fromMs: 1_001, ms: 220 }]));
    expect(own.latePct).toBeCloseTo((100 * 40) / 500, 1);
    expect(own.jitterMs).toBeCloseTo((2 * 217) / 499, 0);
  });

  it('those are late that were so before their receiver stood still', () => {
    const delays = steady(500).map((ms, n) => (n >= 200 && n < 250 ? ms + 300 : ms));
    const stallsThen = [{ fromMs: 4 * 225, ms: 120 }];
    expect(ownDelays(received(delays, stallsThen)).latePct).toBeLessThan(6);
    expect(certainJitter(received(delays, stallsThen))).toBeGreaterThan(MS);
  });
});

function between(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}
