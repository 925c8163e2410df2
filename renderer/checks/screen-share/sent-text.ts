import type { SentFrame } from '../../../shared/checks/screen-share/measurement.ts';
import { within } from '../media/wait.ts';
import { type Area, contrastIn } from './strokes.ts';

/** Every browser encodes and decodes it, and every meeting may use it. */
const CODEC = 'vp8';
const FPS = 15;
/** The page sharpens over its first frames; what is not legible after these stays as it is until it changes. */
const MOST_FRAMES = 4;
/** A machine that is slower than this is the encoder check's business. Milliseconds. */
const WAIT_MS = 450;

/**
 * Sends a captured frame as a meeting sends a page that just came up: encoded for `bitrateMbps` and decoded again, here, until
 * its strokes keep `legibleFrom` of their contrast. An encoder short of bits does not blur a page much; it lets it wait, so
 * the size of each frame is told too.
 * @returns null when it cannot be told: no such encoder, or not in time. @throws the signal's reason when it aborts.
 */
export async function sendText(
  frame: VideoFrame,
  area: Area,
  { bitrateMbps, legibleFrom }: { readonly bitrateMbps: number; readonly legibleFrom: number },
  signal: AbortSignal,
): Promise<readonly SentFrame[] | null> {
  const sent: SentFrame[] = [];
  let bytes = 0;
  const decoder = new VideoDecoder({
    output(decoded) {
      sent.push({ bytes, contrast: contrastIn(decoded, area) });
      bytes = 0;
      decoded.close();
    },
    error: ignore,
  });
  const encoder = new VideoEncoder({
    output(chunk) {
      bytes += chunk.byteLength;
      if (decoder.state === 'configured') decoder.decode(chunk);
    },
    error: ignore,
  });
  const isLegible = () => sent.some(({ contrast }) => contrast >= legibleFrom);
  const send = async (): Promise<'sent'> => {
    for (let turn = 0; turn < MOST_FRAMES && !isLegible(); turn++) {
      const again = new VideoFrame(frame, { timestamp: Math.round((turn * 1e6) / FPS) });
      encoder.encode(again, { keyFrame: turn === 0 });
      again.close();
      await encoder.flush();
      await decoder.flush();
    }
    return 'sent';
  };
  try {
    const size = { width: frame.displayWidth, height: frame.displayHeight };
    encoder.configure({ codec: CODEC, ...size, bitrate: bitrateMbps * 1e6, framerate: FPS, latencyMode: 'realtime' });
    decoder.configure({ codec: CODEC });
    // A coder that failed, or was closed because time was up, rejects: then it cannot be told.
    const ended = await within(WAIT_MS, signal, send().catch(ignore));
    return ended === 'sent' && sent.length > 0 ? sent : null;
  } finally {
    for (const coder of [encoder, decoder]) if (coder.state !== 'closed') coder.close();
  }
}

function ignore(): null {
  return null;
}
