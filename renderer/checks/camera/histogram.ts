/** How bright a picture is: the share of its points at each brightness, and where the dark, the middle and the bright lie. */
export interface Histogram {
  /** From black to white; the fullest is 1. */
  readonly bins: readonly number[];
  /** Luma, 0 … 255. */
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

const BINS = 64;

/** @param luma 0 black … 255 white, one a point; at least one. */
export function histogramOf(luma: Uint8Array): Histogram {
  const counts = new Array<number>(256).fill(0);
  for (const value of luma) counts[value] = (counts[value] ?? 0) + 1;
  const bins = new Array<number>(BINS).fill(0);
  for (const [value, count] of counts.entries()) {
    const bin = Math.floor((value * BINS) / 256);
    bins[bin] = (bins[bin] ?? 0) + count;
  }
  // Of the second fullest, where one stands alone: a wall of one colour must not flatten all the rest.
  const [first = 1, second = 1] = [...bins].sort((a, b) => b - a);
  const full = Math.max(1, Math.min(first, second * 2));
  const at = (share: number): number => quantile(counts, share * luma.length);
  return { bins: bins.map((count) => Math.min(1, count / full)), p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}

function quantile(counts: readonly number[], wanted: number): number {
  let sum = 0;
  for (const [value, count] of counts.entries()) {
    sum += count;
    if (sum >= wanted && sum > 0) return value;
  }
  return 255;
}
