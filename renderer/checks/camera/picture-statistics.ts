import type { Picture, PictureDetail } from '../../../shared/checks/camera/measurement.ts';
import { GRID_HEIGHT, GRID_WIDTH } from '../media/luma-grid.ts';

/** Brightness of several frames taken together, from their luma grids. Null without a frame. */
export function pictureOf(grids: readonly Uint8Array[]): Picture | null {
  const histogram = histogramOf(grids, () => true);
  const count = sumOf(histogram, () => 1);
  if (count === 0) return null;
  const mean = sumOf(histogram, (luma) => luma) / count;
  const variance = sumOf(histogram, (luma) => (luma - mean) ** 2) / count;
  return {
    lumaP5: percentile(histogram, 0.05),
    lumaP50: percentile(histogram, 0.5),
    lumaP95: percentile(histogram, 0.95),
    lumaDeviation: Math.sqrt(variance),
  };
}

/** The mean of each point over all frames: what holds still. */
export function meanGrid(grids: readonly Uint8Array[]): Float64Array {
  const mean = new Float64Array(GRID_WIDTH * GRID_HEIGHT);
  for (const grid of grids) for (const [at, luma] of grid.entries()) mean[at] = (mean[at] ?? 0) + luma / grids.length;
  return mean;
}

type Regions = Pick<PictureDetail, 'centreLumaP50' | 'surroundLumaP75'>;

/** Brightness where people sit and of what is around them. */
export function regionsOf(grids: readonly Uint8Array[]): Regions {
  return {
    centreLumaP50: percentile(histogramOf(grids, isCentre), 0.5),
    surroundLumaP75: percentile(
      histogramOf(grids, (at) => !isCentre(at)),
      0.75,
    ),
  };
}

/** The middle two fifths of the width, below the upper third: a head and shoulders, or the middle of a table. */
function isCentre(at: number): boolean {
  const x = (at % GRID_WIDTH) / GRID_WIDTH;
  const y = at / GRID_WIDTH / GRID_HEIGHT;
  return x >= 0.3 && x < 0.7 && y >= 1 / 3;
}

function histogramOf(grids: readonly Uint8Array[], isCounted: (at: number) => boolean): number[] {
  const histogram = new Array<number>(256).fill(0);
  for (const grid of grids) {
    for (const [at, luma] of grid.entries()) if (isCounted(at)) histogram[luma] = (histogram[luma] ?? 0) + 1;
  }
  return histogram;
}

function sumOf(histogram: readonly number[], value: (luma: number) => number): number {
  return histogram.reduce((sum, times, luma) => sum + times * value(luma), 0);
}

/** The smallest luma that at least `share` of the points do not exceed. */
function percentile(histogram: readonly number[], share: number): number {
  const count = sumOf(histogram, () => 1);
  let seen = 0;
  for (const [luma, times] of histogram.entries()) {
    seen += times;
    if (seen >= share * count) return luma;
  }
  return 255;
}
