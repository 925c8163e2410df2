import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  GAP_LUMA,
  STROKE_LUMA,
  STROKE_PX,
  strokeContrast,
  strokesAbove,
} from '../../../../renderer/checks/screen-share/strokes.ts';

/** Strokes between `dark` and `light`, a row of `width` pixels after the other. */
function drawn(dark: number, light: number, width = 240, height = 10) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const value = Math.floor((at % width) / STROKE_PX) % 2 === 0 ? dark : light;
    data.set([value, value, value, 255], at * 4);
  }
  return { width, height, data };
}

test('as drawn is all of the contrast, one grey is none', () => {
  expect(strokeContrast(drawn(STROKE_LUMA, GAP_LUMA))).toBe(1);
  expect(strokeContrast(drawn(GAP_LUMA - (GAP_LUMA - STROKE_LUMA) / 2, GAP_LUMA))).toBe(0.5);
  expect(strokeContrast(drawn(128, 128))).toBe(0);
  expect(strokeContrast({ width: 0, height: 0, data: new Uint8ClampedArray() })).toBe(0);
});

test('strokes nearer to one another never have more contrast', () => {
  const shade = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(shade, shade, fc.integer({ min: 0, max: 100 }), (one, other, by) => {
      const [dark, light] = [Math.min(one, other), Math.max(one, other)];
      const nearer = Math.max(dark, light - by);
      expect(strokeContrast(drawn(dark, nearer))).toBeLessThanOrEqual(strokeContrast(drawn(dark, light)));
    }),
  );
});

test('are looked for inside their block, and not where the marker is too small', () => {
  const area = strokesAbove({ x: 100, y: 500, cell: 24, cells: 12 });
  if (!area) throw new Error('no area');
  // The block is one cell high and ends at the marker's top, which may be up to three rows above the row that was read.
  expect(area.y).toBeGreaterThanOrEqual(500 - 24);
  expect(area.y + area.height).toBeLessThanOrEqual(500 - 3);
  expect(area.x).toBeGreaterThanOrEqual(100);
  expect(area.x + area.width).toBeLessThanOrEqual(100 + 12 * 24);
  expect(strokesAbove({ x: 100, y: 500, cell: 8, cells: 12 })).toBeNull();
});
