import type { EncoderLimits } from '../../../shared/checks/encoder/limits.ts';
import { readFrames } from '../media/frames.ts';
import type { Releases } from '../media/releases.ts';

/** Where the frames to encode come from. */
export interface PictureSource {
  readonly kind: 'camera' | 'drawn';
  /** The picture of now, for the caller to close; null while there is none yet. */
  readonly next: (timestampUs: number) => VideoFrame | null;
}

/** The newest frame of the camera, again if no newer one came: a slow camera must not look like a slow computer. */
export function cameraSource(stream: MediaStream, releases: Releases): PictureSource {
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('a video stream without a video track');
  let newest: VideoFrame | null = null;
  const stop = readFrames(track, (frame) => {
    newest?.close();
    newest = frame.clone();
  });
  releases.add(async () => {
    await stop();
    newest?.close();
  });
  return { kind: 'camera', next: (timestamp) => newest && new VideoFrame(newest, { timestamp }) };
}

/** A drawn picture with moving shapes over noise: about as hard to compress as a room with people in it. */
export function drawnSource({ width, height }: EncoderLimits): PictureSource {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no 2D canvas');
  const grain = noise(width, height);
  let turn = 0;
  return {
    kind: 'drawn',
    next(timestamp) {
      turn++;
      context.drawImage(grain, -(turn % 7), -(turn % 5));
      for (let shape = 0; shape < 6; shape++) {
        context.fillStyle = `hsl(${shape * 60} 60% 55%)`;
        const x = (turn * (3 + shape) + shape * 180) % width;
        context.fillRect(x, (shape * height) / 6, width / 8, height / 6);
      }
      return new VideoFrame(canvas, { timestamp });
    },
  };
}

function noise(width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width + 8, height + 8);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no 2D canvas');
  const image = context.createImageData(canvas.width, canvas.height);
  for (let at = 0; at < image.data.length; at += 4) {
    const grey = 112 + Math.random() * 24;
    image.data.set([grey, grey, grey, 255], at);
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
