import { GRID_HEIGHT, GRID_WIDTH } from '../media/luma-grid.ts';

/** The grid's points are taken together in blocks of this many points: large enough to average noise away. */
const BLOCK_WIDTH = 10;
const BLOCK_HEIGHT = 9;
/** Blocks in a row of the grid. */
export const BLOCK_COLUMNS = GRID_WIDTH / BLOCK_WIDTH;
const POINTS = BLOCK_WIDTH * BLOCK_HEIGHT;

/** Mean of each block of a grid of 160 × 90 values, row by row: 160 means. */
export function blockMeans(grid: ArrayLike<number>): number[] {
  const sums = new Array<number>((BLOCK_COLUMNS * GRID_HEIGHT) / BLOCK_HEIGHT).fill(0);
  for (let at = 0; at < grid.length; at++) {
    const column = Math.floor((at % GRID_WIDTH) / BLOCK_WIDTH);
    const row = Math.floor(at / GRID_WIDTH / BLOCK_HEIGHT);
    const block = row * BLOCK_COLUMNS + column;
    sums[block] = (sums[block] ?? 0) + (grid[at] ?? 0);
  }
  return sums.map((sum) => sum / POINTS);
}

/** Mean absolute difference of two grids in each block, in luma. */
export function blockChanges(one: Uint8Array, other: Uint8Array): number[] {
  return blockMeans(one.map((luma, at) => Math.abs(luma - (other[at] ?? 0))));
}
