import { createLumaReader, type LumaReader } from '../media/luma-grid.ts';
import { type Histogram, histogramOf } from './histogram.ts';

/**
 * The last picture a camera gave, so that the technician sees what was judged. It lives in this window's memory only: it is
 * never written to disk, never filed and never sent, and goes with the next camera check or the window.
 */
export interface Still {
  readonly picture: ImageBitmap;
  readonly histogram: Histogram;
  /** Epoch milliseconds by this device's clock. */
  readonly takenAt: number;
}

/** Twice what a card shows, for sharp screens, pixels. */
const WIDTH = 480;

let reader: LumaReader | null = null;

/** Takes the picture a video element shows now; null where it shows none. The caller closes `picture`. */
export async function takeStill(video: HTMLVideoElement, now: () => number = Date.now): Promise<Still | null> {
  const stream = video.srcObject;
  const alive = stream instanceof MediaStream && stream.active;
  if (!alive || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return null;
  const takenAt = now();
  // A stream that ends meanwhile leaves nothing to copy.
  const picture = await createImageBitmap(video, { resizeWidth: WIDTH, resizeQuality: 'medium' }).catch(() => null);
  if (!picture) return null;
  reader ??= createLumaReader();
  return { picture, histogram: histogramOf(reader(picture)), takenAt };
}
