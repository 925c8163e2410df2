import { createLumaReader } from '../media/luma-grid.ts';
import { findMarker } from './marker.ts';
import { type Area, contrastIn, strokesAbove } from './strokes.ts';

/** Larger captures are searched scaled down to this width: the marker's cells stay wide enough. */
const MAX_WIDTH = 1920;

/** A captured frame, and where the strokes are in it. The reader closes it. */
export interface Sample {
  readonly frame: VideoFrame;
  readonly area: Area;
}

/** What the captured frames showed so far. */
export interface Seen {
  readonly lumaMax: number | null;
  /** Different counts read from the marker: two or more prove that the picture is ours and moves. */
  readonly counts: ReadonlySet<number>;
  /** Of the strokes above the newest marker, 0 … 1; null without one large enough. */
  readonly strokeContrast: number | null;
  /** The newest frame with strokes large enough. */
  readonly sample: Sample | null;
}

export interface FrameReader {
  readonly look: (frame: VideoFrame) => void;
  readonly seen: () => Seen;
  readonly close: () => void;
}

/** Looks at frames for the marker and for anything brighter than black. */
export function createFrameReader(): FrameReader {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  const readLuma = createLumaReader(320, 180);
  const counts = new Set<number>();
  let lumaMax: number | null = null;
  let strokeContrast: number | null = null;
  let sample: Sample | null = null;

  function keep(frame: VideoFrame, area: Area): void {
    sample?.frame.close();
    sample = { frame: frame.clone(), area };
    strokeContrast = contrastIn(frame, area);
  }

  return {
    look(frame) {
      const scale = Math.min(1, MAX_WIDTH / frame.displayWidth);
      const width = Math.round(frame.displayWidth * scale);
      const height = Math.round(frame.displayHeight * scale);
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      context.drawImage(frame, 0, 0, width, height);
      const marker = findMarker(context.getImageData(0, 0, width, height));
      if (marker) {
        counts.add(marker.count);
        const { x, y, cell } = marker;
        const area = strokesAbove({ ...marker, x: x / scale, y: y / scale, cell: cell / scale });
        if (area) keep(frame, area);
      }
      lumaMax = readLuma(frame).reduce((largest, luma) => Math.max(largest, luma), lumaMax ?? 0);
    },
    seen: () => ({ lumaMax, counts, strokeContrast, sample }),
    close() {
      sample?.frame.close();
      sample = null;
    },
  };
}
