import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOwnDelays } from '../../../electron/time/own-delays.ts';

const EVERY_MS = 4;

/** Ticks every `EVERY_MS` up to `untilMs`, but none while the process stands still. */
function ticksWith(stalls: readonly { readonly fromMs: number; readonly ms: number }[], untilMs: number): number[] {
  const times = Array.from({ length: untilMs / EVERY_MS }, (_, n) => (n + 1) * EVERY_MS);
  return times.map((time) => {
    const stall = stalls.find(({ fromMs, ms }) => time >= fromMs && time < fromMs + ms);
    return stall ? stall.fromMs + stall.ms : time;
  });
}

function ownOf(ticks: readonly number[]) {
  const own = countOwnDelays(EVERY_MS, 0);
  for (const tick of ticks) own.tick(tick);
  return own.read();
}

describe('the delays that are a machine’s own', () => {
  it('are none where every tick comes as soon as a timer can', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: EVERY_MS, noNaN: true }), { minLength: 50, maxLength: 500 }),
        (off) => {
          expect(ownOf(off.map((late, n) => (n + 1) * EVERY_MS + late))).toEqual({ jitterMs: 0, latePct: 0 });
        },
      ),
    );
  });

  it('are those of packets that a stall held up, each later one by less', () => {
    const { jitterMs, latePct } = ownOf(ticksWith([{ fromMs: 1_000, ms: 200 }], 2_000));
    // One jump to 196 ms less the tick's own length, then down to zero in steps of 4 ms: 2 × 196 over 500 packets.
    expect(jitterMs).toBeCloseTo((2 * 196) / 500, 1);
    expect(latePct).toBeCloseTo((100 * 34) / 500, 0);
  });

  it('grow with the stalls, and a sleep is not counted packet by packet', () => {
    const shorter = ownOf(ticksWith([{ fromMs: 400, ms: 60 }], 2_000));
    const longer = ownOf(ticksWith([{ fromMs: 400, ms: 300 }], 2_000));
    expect(longer.jitterMs).toBeGreaterThan(shorter.jitterMs);
    expect(longer.latePct).toBeGreaterThan(shorter.latePct);
    expect(ownOf([...ticksWith([], 400), 3_600_000, 3_600_004]).latePct).toBeLessThanOrEqual(100);
  });

  it('are unknown, and so none, before the first tick', () => {
    expect(ownOf([])).toEqual({ jitterMs: 0, latePct: 0 });
  });
});
