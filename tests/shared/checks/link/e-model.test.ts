import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayImpairment, lossImpairment, mosOf, R_DEFAULT, rFactor } from '../../../../shared/checks/link/e-model.ts';

const CLEAN = { oneWayMs: 0, lossPct: 0, burstRatio: 1 };

describe('the E-model against published values', () => {
  it('gives R 93.2 and MOS 4.41 with everything at its default (G.107, 7.7)', () => {
    expect(rFactor(CLEAN)).toBe(R_DEFAULT);
    expect(mosOf(93.2)).toBeCloseTo(4.41, 2);
  });

  it.each([
    [90, 4.34],
    [80, 4.03],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
    [100, 4.5],
    [0, 1],
  ])('R %d is MOS %d (G.107, table B.1)', (r, mos) => {
    // The table gives 4.03 for 4.024.
    expect(Math.abs(mosOf(r) - mos)).toBeLessThan(0.01);
  });

  /** Ie of G.711 with concealment as G.113 (2001) tabulated it from listening tests; the formula is a fit to such tables. */
  it.each([
    [1, 5],
    [2, 7],
    [3, 10],
    [5, 15],
    [7, 20],
    [10, 25],
    [15, 35],
    [20, 45],
  ])('%d percent of random loss impairs by about %d', (lossPct, impairment) => {
    expect(Math.abs(lossImpairment(lossPct, 1) - impairment)).toBeLessThanOrEqual(3);
  });

  /** Worked by hand from equations 7-27 and 7-28. */
  it.each([
    [100, 0],
    [150, 0.164],
    [200, 3.044],
    [400, 24.07],
    [800, 40.832],
  ])('a delay of %d ms impairs by %d', (oneWayMs, impairment) => {
    expect(delayImpairment(oneWayMs)).toBeCloseTo(impairment, 2);
  });

  it('takes loss in bursts as worse, and evenly spread loss as no better than random', () => {
    expect(lossImpairment(5, 4)).toBeGreaterThan(lossImpairment(5, 1) + 2);
    expect(lossImpairment(5, 0.5)).toBe(lossImpairment(5, 1));
  });
});

describe('the E-model everywhere', () => {
  const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });
  const line = fc.record({ oneWayMs: amount(5_000), lossPct: amount(100), burstRatio: amount(20) });

  it('stays on its scales', () => {
    fc.assert(
      fc.property(line, (heard) => {
        const r = rFactor(heard);
        expect(r).toBeGreaterThanOrEqual(0);
        expect(r).toBeLessThanOrEqual(R_DEFAULT);
        expect(mosOf(r)).toBeGreaterThanOrEqual(1);
        expect(mosOf(r)).toBeLessThanOrEqual(4.5);
      }),
    );
  });

  it('never rates a worse line higher', () => {
    fc.assert(
      fc.property(line, line, (a, b) => {
        const worse = {
          oneWayMs: Math.max(a.oneWayMs, b.oneWayMs),
          lossPct: Math.max(a.lossPct, b.lossPct),
          burstRatio: Math.max(a.burstRatio, b.burstRatio),
        };
        expect(rFactor(worse)).toBeLessThanOrEqual(rFactor(a) + 1e-9);
        expect(mosOf(rFactor(worse))).toBeLessThanOrEqual(mosOf(rFactor(a)) + 1e-9);
      }),
    );
  });

  it('impairs by delay without a step at 100 ms', () => {
    expect(delayImpairment(100)).toBe(0);
    expect(delayImpairment(101)).toBeLessThan(0.01);
  });
});
