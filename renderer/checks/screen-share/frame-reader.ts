import { createLumaReader } from '../media/luma-grid.ts';
import { readMarker } from './marker.ts';

/** Larger captures are read scaled down to this width: the marker's cells stay wide enough. */
const MAX_WIDTH = 1920;

/** What the captured frames showed so far. */
export interface Seen {
  readonly lumaMax: number | null;
  /** Different counts read from the marker: two or more prove that the picture is ours and moves. */
  readonly counts: ReadonlySet<number>;
}

/** Looks at frames for the marker and for anything brighter than black. */
export function createFrameReader(): { readonly look: (frame: VideoFrame) => void; readonly seen: () => Seen } {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  const readLuma = createLumaReader(320, 180);
  const counts = new Set<number>();
  let lumaMax: number | null = null;
  return {
    look(frame) {
      const scale = Math.min(1, MAX_WIDTH / frame.displayWidth);
      const width = Math.round(frame.displayWidth * scale);
      const height = Math.round(frame.displayHeight * scale);
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      context.drawImage(frame, 0, 0, width, height);
      const count = readMarker(context.getImageData(0, 0, width, height));
      if (count !== null) counts.add(count);
      lumaMax = readLuma(frame).reduce((largest, luma) => Math.max(largest, luma), lumaMax ?? 0);
    },
    seen: () => ({ lumaMax, counts }),
  };
}
