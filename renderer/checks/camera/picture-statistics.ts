import type { Picture } from '../../../shared/checks/camera/measurement.ts';

/** Brightness of several frames taken together, from their luma grids. Null without a frame. */
export function pictureOf(grids: readonly Uint8Array[]): Picture | null {
  const histogram = new Array<number>(256).fill(0);
  for (const grid of grids) for (const luma of grid) histogram[luma] = (histogram[luma] ?? 0) + 1;
  const count = grids.reduce((sum, grid) => sum + grid.length, 0);
  if (count === 0) return null;
  const mean = sumOf(histogram, (luma) => luma) / count;
  const variance = sumOf(histogram, (luma) => (luma - mean) ** 2) / count;
  return {
    lumaP5: percentile(histogram, count, 0.05),
    lumaP50: percentile(histogram, count, 0.5),
    lumaP95: percentile(histogram, count, 0.95),
    lumaDeviation: Math.sqrt(variance),
  };
}

function sumOf(histogram: readonly number[], value: (luma: number) => number): number {
  return histogram.reduce((sum, times, luma) => sum + times * value(luma), 0);
}

/** The smallest luma that at least `share` of the points do not exceed. */
function percentile(histogram: readonly number[], count: number, share: number): number {
  let seen = 0;
  for (const [luma, times] of histogram.entries()) {
    seen += times;
    if (seen >= share * count) return luma;
  }
  return 255;
}
