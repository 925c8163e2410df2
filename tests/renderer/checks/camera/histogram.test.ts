import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histogramOf } from '../../../../renderer/checks/camera/histogram.ts';

const picture = fc.uint8Array({ minLength: 1, maxLength: 500 });

describe('the histogram of a picture', () => {
  test('has its marks in order, and among its own values', () => {
    fc.assert(
      fc.property(picture, (luma) => {
        const { p5, p50, p95 } = histogramOf(luma);
        expect(p5).toBeLessThanOrEqual(p50);
        expect(p50).toBeLessThanOrEqual(p95);
        expect([...luma]).toEqual(expect.arrayContaining([p5, p50, p95]));
      }),
    );
  });

  test('does not depend on the order of the points', () => {
    fc.assert(
      fc.property(picture, (luma) => {
        expect(histogramOf(luma.toSorted())).toEqual(histogramOf(luma));
      }),
    );
  });

  test('shows what little there is beside a wall of one colour', () => {
    const luma = Uint8Array.from({ length: 1000 }, (_, at) => (at < 980 ? 200 : 40));
    const { bins, p50 } = histogramOf(luma);
    expect(p50).toBe(200);
    expect(bins[10]).toBe(0.5);
    expect(Math.max(...bins)).toBe(1);
  });
});
