import type { OpenError } from '../open-error.ts';
import type { ListenedMicrophone, MicrophoneChannel, MicrophoneMeasurement } from './measurement.ts';
import type { MicrophoneProblem } from './rule.ts';

const clear: MicrophoneChannel = {
  digitalZero: false,
  floorDbfs: -62,
  speechDbfs: -26,
  peakDbfs: -9,
  clippingRunsPerSecond: 0,
  clippedStretches: 0,
  humDbfs: null,
  dropoutsPerSecond: 0,
  dcOffset: 0.001,
};

const good: ListenedMicrophone = {
  opened: true,
  label: 'Omni Microphone',
  engineRan: true,
  trackMuted: false,
  stopped: false,
  sampleRateHz: 48_000,
  listenedMs: 3700,
  channels: [clear],
};

const zero: MicrophoneChannel = {
  ...clear,
  digitalZero: true,
  floorDbfs: -120,
  speechDbfs: null,
  peakDbfs: -120,
  dcOffset: 0,
};
const heard = (different: Partial<MicrophoneChannel>): ListenedMicrophone => ({
  ...good,
  channels: [{ ...clear, ...different }],
});
const notOpened = (error: OpenError, detail: string): MicrophoneMeasurement => ({ opened: false, error, detail });

/** A measurement for every reason, by the default policy: for tests and the gallery. */
export const microphoneFixtures: Readonly<Record<MicrophoneProblem | 'ok', MicrophoneMeasurement>> = {
  ok: good,
  'not-found': notOpened('not-found', 'NotFoundError: Requested device not found'),
  'chosen-missing': notOpened('chosen-missing', 'OverconstrainedError'),
  denied: notOpened('denied', 'NotAllowedError: Permission denied'),
  'denied-by-system': notOpened('denied-by-system', 'NotAllowedError: Permission denied by system'),
  busy: notOpened('busy', 'NotReadableError: Could not start audio source'),
  'over-constrained': notOpened('over-constrained', 'OverconstrainedError'),
  'open-timeout': notOpened('open-timeout', '5000 ms'),
  'open-failed': notOpened('open-failed', 'AbortError'),
  stopped: { ...good, stopped: true },
  suspended: { ...good, engineRan: false, listenedMs: 0, channels: [] },
  muted: { ...good, trackMuted: true, channels: [zero] },
  silent: { ...good, channels: [zero] },
  'no-speech': heard({ speechDbfs: null, peakDbfs: -51 }),
  weak: heard({ floorDbfs: -75, speechDbfs: -48, peakDbfs: -33 }),
  noisy: heard({ floorDbfs: -38 }),
  clipping: heard({ speechDbfs: -8, peakDbfs: 0, clippingRunsPerSecond: 21, clippedStretches: 19 }),
  hum: heard({ floorDbfs: -39, humDbfs: -40 }),
  dropouts: heard({ dropoutsPerSecond: 4.1 }),
  'computer-busy': { ...heard({ dropoutsPerSecond: 4.1 }), cpuLoadPct: 97 },
  'dc-offset': heard({ dcOffset: -0.18 }),
  'channel-dead': { ...good, channels: [clear, zero] },
};
