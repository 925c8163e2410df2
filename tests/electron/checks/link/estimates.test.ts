import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEAD_TAIL,
  type EchoSample,
  echoLoss,
  echoTiming,
  livingPart,
} from '../../../../electron/checks/link/echo-stats.ts';
import { estimateRate, type RateSample } from '../../../../electron/checks/link/rate.ts';
import { wilsonInterval } from '../../../../electron/checks/link/wilson.ts';

const MS = 1000;

/** Echoes 10 ms apart: one-way delays in ms, the hub's clock ahead by `offsetMs`; a lost one has no delay that way. */
function echoes(delays: readonly { up: number | null; down: number | null }[], offsetMs = 0): EchoSample[] {
  let receivedCount = 0;
  return delays.map(({ up, down }, index) => {
    const sentUs = 1e9 + index * 10 * MS;
    if (up === null) return { sentUs, reply: null };
    receivedCount += 1;
    const receivedUs = sentUs + (up + offsetMs) * MS;
    if (down === null) return { sentUs, reply: null };
    const repliedUs = receivedUs + 200;
    const atUs = repliedUs + (down - offsetMs) * MS;
    return { sentUs, reply: { receivedUs, repliedUs, receivedCount, atUs, unseenUs: { up: 0, down: 0 } } };
  });
}

const steady = (count: number) => Array.from({ length: count }, () => ({ up: 30, down: 10 }));

describe('timing', () => {
  it('is that of the line: the hub’s own time and clock do not count', () => {
    const timing = echoTiming(echoes(steady(20), 90_000));
    expect(timing).toMatchObject({ rttMsP50: 40, rttMsP95: 40, jitterMs: 0 });
    expect(Math.abs(timing!.clock.offsetMs - 90_000)).toBeLessThanOrEqual(timing!.clock.errorMs);
  });

  it('is told by the echoes that both ends saw as they came, and by all where those are too few', () => {
    const stalled = (samples: readonly EchoSample[], every: number) =>
      samples.map((sample, n) => {
        if (!sample.reply || n % every > 0) return sample;
        const late = {
          ...sample.reply,
          receivedUs: sample.reply.receivedUs + 80 * MS,
          unseenUs: { up: 90 * MS, down: 0 },
        };
        return { ...sample, reply: { ...late, repliedUs: late.repliedUs + 80 * MS, atUs: late.atUs + 80 * MS } };
      });
    expect(echoTiming(stalled(echoes(steady(25)), 3))).toMatchObject({ rttMsP50: 40, rttMsP95: 40, jitterMs: 0 });
    // Nobody knows the times of the line then; but no jitter is its own that need not have been.
    expect(echoTiming(stalled(echoes(steady(25)), 1))).toMatchObject({ rttMsP50: 120, jitterMs: 0 });
  });

  it('takes the jitter of the worse direction', () => {
    const swinging = Array.from({ length: 20 }, (_, n) => ({ up: 30 + 8 * (n % 2), down: 10 + 2 * (n % 2) }));
    expect(echoTiming(echoes(swinging))?.jitterMs).toBeCloseTo(8);
  });

  it('bounds the clock’s offset truthfully for any delays', () => {
    const delay = fc.integer({ min: 0, max: 400 });
    const run = fc.array(fc.record({ up: delay, down: delay }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(run, fc.integer({ min: -1e6, max: 1e6 }), (delays, offsetMs) => {
        const { clock } = echoTiming(echoes(delays, offsetMs))!;
        expect(Math.abs(clock.offsetMs - offsetMs)).toBeLessThanOrEqual(clock.errorMs);
      }),
    );
  });

  it('is nothing when nothing came back', () => {
    expect(echoTiming(echoes([{ up: 5, down: null }]))).toBeNull();
    expect(echoLoss(echoes([{ up: null, down: 5 }]))).toBeNull();
  });
});

describe('loss', () => {
  it('is told apart by direction', () => {
    const delays = Array.from({ length: 200 }, (_, n) => ({
      up: n % 20 === 3 ? null : 5,
      down: n % 50 === 10 ? null : 5,
    }));
    const loss = echoLoss(echoes(delays));
    expect(loss).toMatchObject({ sent: 200, received: 186, lossPct: 7 });
    expect(loss?.lossUpPct).toBeCloseTo(5, 1);
    expect(loss?.lossDownPct).toBeCloseTo((100 * 4) / 190, 1);
  });

  it('has an interval around it that narrows with more packets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const hits = Math.round(share * trials);
        const [low, high] = wilsonInterval(hits, trials);
        expect(low).toBeLessThanOrEqual(hits / trials + 1e-12);
        expect(high).toBeGreaterThanOrEqual(hits / trials - 1e-12);
        const [lowOfMore, highOfMore] = wilsonInterval(4 * hits, 4 * trials);
        expect(highOfMore - lowOfMore).toBeLessThan(high - low);
      }),
    );
  });

  it('is not a path that died: the silent end is cut off', () => {
    const dead = Array.from({ length: DEAD_TAIL }, () => ({ up: null, down: null }));
    expect(livingPart(echoes([...steady(30), ...dead]))).toMatchObject({ died: true, living: { length: 30 } });
    expect(livingPart(echoes([...steady(30), ...dead.slice(1)]))).toMatchObject({ died: false });
    expect(livingPart(echoes(dead))).toMatchObject({ died: false });
  });
});

describe('the rate of a transfer', () => {
  /** Bytes arriving every 10 ms by a rate that may change with time. */
  function arriving(mbpsAt: (ms: number) => number, durationMs: number): RateSample[] {
    const samples: RateSample[] = [{ atUs: 0, bytes: 0 }];
    for (let ms = 10; ms <= durationMs; ms += 10) {
      samples.push({ atUs: ms * MS, bytes: (samples.at(-1)?.bytes ?? 0) + (mbpsAt(ms - 10) * 10_000) / 8 });
    }
    return samples;
  }

  it('leaves slow start out', () => {
    const rate = estimateRate(arriving((ms) => (ms < 300 ? 1 : 8), 1500));
    expect(rate).toMatchObject({ limitedBy: 'line', durationMs: 1500 });
    expect(rate?.mbps).toBeCloseTo(8);
  });

  it('is a lower bound when it was still rising, or over too soon', () => {
    expect(estimateRate(arriving((ms) => 2 ** (ms / 250), 1500))?.limitedBy).toBe('cap');
    expect(estimateRate(arriving(() => 500, 100))?.limitedBy).toBe('cap');
  });

  it('is nothing without time between samples', () => {
    expect(estimateRate([])).toBeNull();
    expect(estimateRate([{ atUs: 5, bytes: 9000 }])).toBeNull();
  });
});
