import type { EncoderMeasurement } from './measurement.ts';
import type { EncoderProblem } from './rule.ts';

const good: Extract<EncoderMeasurement, { ran: true }> = {
  ran: true,
  source: 'camera',
  codec: 'avc1.42e01f',
  width: 1280,
  height: 720,
  targetFps: 30,
  offeredFps: 30,
  encodedFps: 30,
  bitrateMbps: 2.5,
  encodeMsP50: 4.5,
  encodeMsP95: 7.6,
  queueMax: 1,
  droppedFrames: 0,
  measuredMs: 2000,
};

/** A measurement for every reason, by the default policy: for tests and the gallery. */
export const encoderFixtures: Readonly<Record<EncoderProblem | 'ok', EncoderMeasurement>> = {
  ok: good,
  'not-supported': { ran: false, error: 'not-supported', detail: '1280×720' },
  'no-frames': { ran: false, error: 'no-frames', detail: 'camera' },
  'encoder-failed': { ran: false, error: 'encoder-failed', detail: 'EncodingError' },
  'too-slow': {
    ...good,
    offeredFps: 14,
    encodedFps: 11,
    encodeMsP50: 88,
    encodeMsP95: 140,
    queueMax: 15,
    cpuLoadPct: 41,
  },
  'cpu-limited': {
    ...good,
    offeredFps: 24,
    encodedFps: 22,
    encodeMsP50: 41,
    encodeMsP95: 60,
    queueMax: 9,
    cpuLoadPct: 98.7,
  },
};
