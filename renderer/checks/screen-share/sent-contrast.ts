import { within } from '../media/wait.ts';
import { type Area, contrastIn } from './strokes.ts';

/** Every browser encodes and decodes it, and every meeting may use it. */
const CODEC = 'vp8';
/** A third of a second of a still page, as a meeting sends it: the picture sharpens over its first frames. */
const FRAMES = 5;
const FPS = 15;
/** A machine that is slower than this is the encoder check's business. Milliseconds. */
const WAIT_MS = 400;

/**
 * What is left of the strokes when the frame is sent at `bitrateMbps`: encoded and decoded again, here.
 * Null when it cannot be told: no such encoder, or not in time. @throws the signal's reason when it aborts.
 */
export async function sentContrast(
  frame: VideoFrame,
  area: Area,
  bitrateMbps: number,
  signal: AbortSignal,
): Promise<number | null> {
  let contrast: number | null = null;
  let failed = false;
  const fail = (): void => {
    failed = true;
  };
  const decoder = new VideoDecoder({
    output(decoded) {
      contrast = contrastIn(decoded, area);
      decoded.close();
    },
    error: fail,
  });
  const encoder = new VideoEncoder({
    output: (chunk) => decoder.state === 'configured' && decoder.decode(chunk),
    error: fail,
  });
  try {
    const size = { width: frame.displayWidth, height: frame.displayHeight };
    encoder.configure({ codec: CODEC, ...size, bitrate: bitrateMbps * 1e6, framerate: FPS, latencyMode: 'realtime' });
    decoder.configure({ codec: CODEC });
    const sent = send(encoder, decoder, frame).catch(fail);
    const inTime =
      (await within(
        WAIT_MS,
        signal,
        sent.then(() => true),
      )) ?? false;
    return inTime && !failed ? contrast : null;
  } finally {
    for (const coder of [encoder, decoder]) if (coder.state !== 'closed') coder.close();
  }
}

async function send(encoder: VideoEncoder, decoder: VideoDecoder, frame: VideoFrame): Promise<void> {
  for (let turn = 0; turn < FRAMES; turn++) {
    const again = new VideoFrame(frame, { timestamp: Math.round((turn * 1e6) / FPS) });
    encoder.encode(again, { keyFrame: turn === 0 });
    again.close();
  }
  await encoder.flush();
  await decoder.flush();
}
