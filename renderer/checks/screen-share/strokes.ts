import type { MarkerPlace, Pixels } from './marker.ts';

/** Strokes and the gaps between them are as thin as those of small text on a slide, pixels. */
export const STROKE_PX = 2;

/** Grey on white, as the edges of letters are: an encoder that is short of bits keeps black ones and loses these. 0 … 255. */
export const STROKE_LUMA = 191;
export const GAP_LUMA = 255;

/** Cells narrower than this (a capture much smaller than the screen) leave too few rows of strokes to look at. */
const SMALLEST_CELL = 12;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the strokes above a marker stand, well inside their block; null when the marker is too small to tell. */
export function strokesAbove({ x, y, cell, cells }: MarkerPlace): Area | null {
  if (cell < SMALLEST_CELL) return null;
  const width = Math.floor(cell * (cells - 1));
  return { x: Math.round(x + cell / 2), y: Math.round(y - cell * 0.75), width, height: Math.floor(cell * 0.4) };
}

/** How far strokes and gaps stand apart, 0 (one grey) … 1 (as drawn); by percentiles, so that no edge decides. */
export function strokeContrast({ data }: Pixels): number {
  const greens: number[] = [];
  for (let at = 1; at < data.length; at += 4) greens.push(data[at] ?? 0);
  greens.sort((a, b) => a - b);
  const at = (share: number) => greens[Math.floor(share * (greens.length - 1))] ?? 0;
  return Math.min(1, (at(0.9) - at(0.1)) / (GAP_LUMA - STROKE_LUMA));
}

/** The contrast of the strokes in one frame, read at its full size. */
export function contrastIn(frame: VideoFrame, { x, y, width, height }: Area): number {
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.drawImage(frame, x, y, width, height, 0, 0, width, height);
  return strokeContrast(context.getImageData(0, 0, width, height));
}
