import { quantile } from './quantile.ts';

/** Size of the picture that sharpness is measured on. */
export const SHARPNESS_WIDTH = 640;
export const SHARPNESS_HEIGHT = 360;

/** Edges are looked for in windows this long, averaged over this many rows against noise. */
const LENGTH = 25;
const ROWS = 4;
/** The steepest place must lie this far from a window's ends: else only a part of the edge is in it. */
const MARGIN = 6;
/** Less contrast in a window is noise or an even wall. Luma. */
const MIN_CONTRAST = 32;
/** Fewer edges than this in a picture say nothing about its lens. */
const MIN_EDGES = 12;
/** A room has soft things in it, and a lens one distance it is sharp at: the best tenth counts. */
const BEST = 0.9;

/**
 * Steepness of the sharpest edges of a luma picture of 640 × 360, 0 … 1: the share of an edge's whole contrast that lies
 * between two neighbouring points. A ratio, so neither exposure nor contrast nor what is in the room decides, as they would
 * with a plain variance of the Laplacian. Null when there are too few edges to tell.
 */
export function sharpnessOf(luma: Uint8Array): number | null {
  const steepness: number[] = [];
  for (let y = 0; y + ROWS <= SHARPNESS_HEIGHT; y += ROWS) {
    const row = meanRow(luma, y);
    for (let x = 0; x + LENGTH <= SHARPNESS_WIDTH; x += MARGIN * 2) {
      const steep = steepnessOf(row.subarray(x, x + LENGTH));
      if (steep !== null) steepness.push(steep);
    }
  }
  return steepness.length < MIN_EDGES ? null : Math.min(1, quantile(steepness, BEST));
}

function meanRow(luma: Uint8Array, y: number): Float32Array {
  const row = new Float32Array(SHARPNESS_WIDTH);
  for (let line = y; line < y + ROWS; line++) {
    for (let x = 0; x < SHARPNESS_WIDTH; x++) {
      row[x] = (row[x] ?? 0) + (luma[line * SHARPNESS_WIDTH + x] ?? 0) / ROWS;
    }
  }
  return row;
}

function steepnessOf(window: Float32Array): number | null {
  let [least, most, step, stepAt] = [255, 0, 0, 0];
  for (const [at, value] of window.entries()) {
    least = Math.min(least, value);
    most = Math.max(most, value);
    const rise = Math.abs(value - (window[at - 1] ?? value));
    if (rise > step) [step, stepAt] = [rise, at];
  }
  const isWhole = stepAt >= MARGIN && stepAt <= LENGTH - MARGIN;
  return isWhole && most - least >= MIN_CONTRAST ? step / (most - least) : null;
}
