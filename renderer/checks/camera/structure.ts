import { BLOCK_COLUMNS, blockMeans } from './blocks.ts';

/** A way in which the light of an empty picture may differ from place to place, `x` and `y` −1 … 1. */
type Shape = (x: number, y: number) => number;

/** Even, lit from a side, and darker to the corners: what light and lens alone do. */
const SHAPES: readonly Shape[] = [
  () => 1,
  (x) => x,
  (_, y) => y,
  (x, y) => x * y,
  (x) => x * x,
  (_, y) => y * y,
  (x, y) => (x * x + y * y) ** 2,
];

/**
 * What there is to see in a grid: deviation, in luma, of its blocks' means from the best even, sloping or curved shade.
 * Blocks leave neither noise nor a single bright pixel; the shade is what a cloth or a hand over the lens shows.
 */
export function structureOf(grid: ArrayLike<number>): number {
  let left = blockMeans(grid);
  for (const shape of orthogonal(left.length)) {
    const share = dot(left, shape) / dot(shape, shape);
    left = left.map((value, at) => value - share * (shape[at] ?? 0));
  }
  return Math.sqrt(dot(left, left) / left.length);
}

/** The shapes at each block, each freed of what the ones before it hold (Gram-Schmidt). */
function orthogonal(count: number): readonly (readonly number[])[] {
  const rows = count / BLOCK_COLUMNS;
  const position = (at: number, of: number) => (2 * at) / (of - 1) - 1;
  const found: number[][] = [];
  for (const shape of SHAPES) {
    let values = Array.from({ length: count }, (_, at) =>
      shape(position(at % BLOCK_COLUMNS, BLOCK_COLUMNS), position(Math.floor(at / BLOCK_COLUMNS), rows)),
    );
    for (const other of found) {
      const share = dot(values, other) / dot(other, other);
      values = values.map((value, at) => value - share * (other[at] ?? 0));
    }
    found.push(values);
  }
  return found;
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
