import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHARPNESS_HEIGHT, SHARPNESS_WIDTH, sharpnessOf } from '../../../../renderer/checks/camera/sharpness.ts';

/** Upright bars whose edges are `width` points wide, between two lumas. */
function bars(width: number, dark: number, bright: number): Uint8Array {
  return Uint8Array.from({ length: SHARPNESS_WIDTH * SHARPNESS_HEIGHT }, (_, at) => {
    const x = at % SHARPNESS_WIDTH;
    const phase = (x % 96) + 0.5;
    const rise = Math.min(1, Math.max(0, (phase - 36 + width / 2) / width));
    const fall = Math.min(1, Math.max(0, (phase - 84 + width / 2) / width));
    return Math.round(dark + (bright - dark) * (rise - fall));
  });
}

test('the wider the edges, the less sharp', () => {
  const widths = [1, 2, 4, 6, 9, 12];
  const sharpness = widths.map((width) => sharpnessOf(bars(width, 40, 200)) ?? Number.NaN);
  expect(sharpness).toEqual([...sharpness].sort((a, b) => b - a));
  expect(sharpness[0]).toBeGreaterThan(0.9);
  expect(sharpness.at(-1)).toBeLessThan(0.15);
});

test('exposure and contrast do not decide', () => {
  const luma = fc.integer({ min: 0, max: 150 });
  const contrast = fc.integer({ min: 60, max: 105 });
  fc.assert(
    fc.property(luma, contrast, (dark, more) => {
      expect(sharpnessOf(bars(5, dark, dark + more))).toBeCloseTo(sharpnessOf(bars(5, 0, 255)) ?? Number.NaN, 1);
    }),
    { numRuns: 15 },
  );
});

test('an even wall, or one with hardly any contrast, says nothing about the lens', () => {
  expect(sharpnessOf(bars(1, 120, 120))).toBeNull();
  expect(sharpnessOf(bars(1, 120, 140))).toBeNull();
});
