import { describe, expect, it } from 'vitest';
import { meanDifference, mediaWay, smoothedJitter } from '../../../../electron/checks/link/media-stats.ts';

const run = (count: number, delayOf: (n: number) => number) =>
  Float64Array.from({ length: count }, (_, n) => delayOf(n));
const LOST = Number.NaN;

describe('a direction of the media-like run', () => {
  it('that loses nothing says so, with an interval that begins at nothing', () => {
    expect(mediaWay(run(500, () => 20_000))).toMatchObject({
      sent: 500,
      received: 500,
      lossPct: 0,
      lossLowPct: 0,
      latePct: 0,
    });
  });

  it('is less sure of its loss when packets are lost in bursts', () => {
    const single = mediaWay(run(500, (n) => (n % 50 === 7 ? LOST : 0)));
    const burst = mediaWay(run(500, (n) => (n >= 100 && n < 110 ? LOST : 0)));
    expect(burst.lossPct).toBe(single.lossPct);
    expect(burst.lossHighPct).toBeGreaterThan(2 * single.lossHighPct);
    expect(burst.burstRatio).toBeGreaterThan(9);
    expect(single.burstRatio).toBeCloseTo(0.98);
  });

  it('that lost nothing takes from the other one how losses bunch together', () => {
    const clean = run(500, () => 0);
    const burst = run(500, (n) => (n >= 100 && n < 110 ? LOST : 0));
    expect(mediaWay(clean, [clean, burst]).lossHighPct).toBeGreaterThan(3 * mediaWay(clean).lossHighPct);
  });

  it('that lost everything has no delays to tell of', () => {
    expect(mediaWay(run(100, () => LOST))).toMatchObject({ received: 0, lossPct: 100, jitterMs: 0, latePct: 0 });
  });

  it('counts as late what a jitter buffer would not wait for', () => {
    expect(mediaWay(run(100, (n) => (n < 5 ? 90_000 : 20_000))).latePct).toBe(5);
  });
});

it('smooths jitter as RFC 3550 has it', () => {
  const swinging = Array.from({ length: 400 }, (_, n) => 10 * (n % 2));
  expect(meanDifference(swinging)).toBe(10);
  expect(smoothedJitter(swinging)).toBeCloseTo(10);
  expect(smoothedJitter([0, 16])).toBe(1);
  expect(smoothedJitter([5])).toBe(0);
});
