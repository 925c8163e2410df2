import { type CpuTimes, cpuLoadPct } from '../../../shared/checks/cpu-times.ts';
import type { EncoderLimits } from '../../../shared/checks/encoder/limits.ts';
import type { EncoderMeasurement } from '../../../shared/checks/encoder/measurement.ts';
import { elapse, within } from '../media/wait.ts';
import { createTally, type EncodeResult, type Tally } from './encode-tally.ts';
import type { PictureSource } from './picture-source.ts';

/** What meetings use, in the order they like it: H.264, VP8, VP9. */
const CODECS = ['avc1.42e01f', 'avc1.42e028', 'vp8', 'vp09.00.31.08'];

/** An encoder that takes its first frames to warm up is not slow yet. Milliseconds. */
const WARM_UP_MS = 400;
const MEASURE_MS = 2000;
/** The main process answers in a few milliseconds, or we do without. */
const CPU_WAIT_MS = 200;

/** The first of the meetings' codecs this machine encodes at the wanted size; null when there is none. */
export async function supportedConfig({
  width,
  height,
  fps,
  bitrateMbps,
}: EncoderLimits): Promise<VideoEncoderConfig | null> {
  for (const codec of CODECS) {
    const size = { codec, width, height, framerate: fps, bitrate: bitrateMbps * 1e6 };
    const config: VideoEncoderConfig = { ...size, latencyMode: 'realtime' };
    if ((await VideoEncoder.isConfigSupported(config)).supported) return config;
  }
  return null;
}

/** What a run is told, and whom it tells. */
interface Hold {
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
  readonly cpuTimes: () => Promise<CpuTimes | null>;
}

/** Offers frames at the meeting's pace for two seconds and counts what comes back encoded. */
export async function runEncoder(
  config: VideoEncoderConfig,
  source: PictureSource,
  limits: EncoderLimits,
  hold: Hold,
): Promise<EncoderMeasurement> {
  const tally = createTally();
  const encoder = new VideoEncoder({ output: tally.output, error: tally.fail });
  encoder.configure(config);
  const startMs = performance.now();
  const stop = pace(limits.fps, startMs, (turn) => offer(encoder, source, limits.fps, turn, tally));
  try {
    await elapse(WARM_UP_MS, hold.signal);
    const cpuFrom = await within(CPU_WAIT_MS, hold.signal, hold.cpuTimes());
    tally.reset();
    const fromMs = performance.now();
    await elapse(MEASURE_MS, hold.signal, hold.onProgress);
    const result = tally.result(performance.now() - fromMs);
    const cpuTo = await within(CPU_WAIT_MS, hold.signal, hold.cpuTimes());
    return measurementOf(result, config, source.kind, limits, cpuLoadPct(cpuFrom, cpuTo));
  } finally {
    stop();
    if (encoder.state !== 'closed') encoder.close();
  }
}

/** Calls `step` once for every frame due since `startMs`; a late timer is made up for. @returns the stop. */
function pace(fps: number, startMs: number, step: (turn: number) => void): () => void {
  let turn = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startMs) * fps) / 1000);
    // After a long stall only the newest frames are worth offering.
    turn = Math.max(turn, due - fps);
    while (turn < due) step(turn++);
  }, 500 / fps);
  return () => clearInterval(timer);
}

function offer(encoder: VideoEncoder, source: PictureSource, fps: number, turn: number, tally: Tally): void {
  if (encoder.state !== 'configured') return;
  tally.queued(encoder.encodeQueueSize);
  // A meeting drops frames rather than letting half a second pile up.
  if (encoder.encodeQueueSize > fps / 2) {
    tally.dropped();
    return;
  }
  const timestampUs = Math.round((turn * 1e6) / fps);
  const frame = source.next(timestampUs);
  if (!frame) return;
  tally.offered(timestampUs);
  try {
    encoder.encode(frame, { keyFrame: turn === 0 });
  } finally {
    frame.close();
  }
}

function measurementOf(
  result: EncodeResult,
  { codec, width, height }: VideoEncoderConfig,
  source: PictureSource['kind'],
  limits: EncoderLimits,
  cpuLoadPct: number | null,
): EncoderMeasurement {
  const { failure, offeredFrames, ...rates } = result;
  if (failure !== null) return { ran: false, error: 'encoder-failed', detail: failure };
  if (offeredFrames + rates.droppedFrames === 0) return { ran: false, error: 'no-frames', detail: source };
  return { ran: true, source, codec, width, height, targetFps: limits.fps, ...rates, cpuLoadPct };
}
