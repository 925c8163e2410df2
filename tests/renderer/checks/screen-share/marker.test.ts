import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLOURS, markerCells, type Pixels, readMarker } from '../../../../renderer/checks/screen-share/marker.ts';

test('every count is read back, at any place and size', () => {
  const place = fc.record({
    count: fc.integer({ min: 0, max: 15 }),
    x: fc.integer({ min: 0, max: 60 }),
    y: fc.integer({ min: 0, max: 40 }),
    cell: fc.integer({ min: 8, max: 40 }),
  });
  fc.assert(
    fc.property(place, ({ count, x, y, cell }) => {
      expect(readMarker(screenWith({ count, x, y, cell, blur: 0 }))).toBe(count);
    }),
    { numRuns: 50 },
  );
});

test('video smears the edges of the cells; they are read all the same', () => {
  for (let count = 0; count < 16; count++) {
    expect(readMarker(screenWith({ count, x: 31, y: 9, cell: 24, blur: 3 }))).toBe(count);
  }
});

test('no marker in a plain, a noisy or a black picture', () => {
  const blank = (value: (at: number) => number): Pixels => ({
    width: 320,
    height: 64,
    data: Uint8ClampedArray.from({ length: 320 * 64 * 4 }, (_, at) => value(at)),
  });
  expect(readMarker(blank(() => 0))).toBeNull();
  expect(readMarker(blank(() => 255))).toBeNull();
  expect(readMarker(blank((at) => (at * 7919) % 256))).toBeNull();
});

test('half a marker is no marker', () => {
  const whole = screenWith({ count: 5, x: 0, y: 8, cell: 24, blur: 0 });
  const width = 24 * 6;
  const rows = Array.from({ length: whole.height }, (_, y) =>
    whole.data.subarray(y * whole.width * 4, (y * whole.width + width) * 4),
  );
  const data = Uint8ClampedArray.from(rows.flatMap((row) => [...row]));
  expect(readMarker({ width, height: whole.height, data })).toBeNull();
});

interface Placed {
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** Pixels on each side over which neighbours are averaged. */
  readonly blur: number;
}

/** A grey screen with the marker on it. */
function screenWith({ count, x, y, cell, blur }: Placed): Pixels {
  const cells = markerCells(count);
  const width = x + cells.length * cell + 20;
  const height = y + cell + 10;
  const data = new Uint8ClampedArray(width * height * 4).fill(128);
  const row = Array.from({ length: width }, (_, at): readonly number[] => {
    const colour = cells[Math.floor((at - x) / cell)];
    return at >= x && colour ? COLOURS[colour] : [128, 128, 128];
  });
  for (let line = y; line < y + cell; line++) {
    for (let at = 0; at < width; at++) data.set([...averaged(row, at, blur), 255], (line * width + at) * 4);
  }
  return { width, height, data };
}

function averaged(row: readonly (readonly number[])[], at: number, blur: number): number[] {
  const near = row.slice(Math.max(0, at - blur), at + blur + 1);
  return [0, 1, 2].map((part) => near.reduce((sum, pixel) => sum + (pixel[part] ?? 0), 0) / near.length);
}
