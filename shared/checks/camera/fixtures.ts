import type { OpenError } from '../open-error.ts';
import type { CameraMeasurement, WatchedCamera } from './measurement.ts';
import type { CameraProblem } from './rule.ts';

const good: WatchedCamera = {
  opened: true,
  label: 'HD Webcam',
  isVirtual: false,
  width: 1920,
  height: 1080,
  nominalFps: 30,
  fps: 29.8,
  frameCount: 89,
  measuredMs: 3000,
  longestStillMs: 120,
  stopped: false,
  picture: { lumaP5: 22, lumaP50: 118, lumaP95: 214, lumaDeviation: 58 },
};

const notOpened = (error: OpenError, detail: string): CameraMeasurement => ({ opened: false, error, detail });

/** A measurement for every reason, by the default policy: for tests and the gallery. */
export const cameraFixtures: Readonly<Record<CameraProblem | 'ok', CameraMeasurement>> = {
  ok: good,
  'not-found': notOpened('not-found', 'NotFoundError: Requested device not found'),
  'chosen-missing': notOpened('chosen-missing', 'OverconstrainedError'),
  denied: notOpened('denied', 'NotAllowedError: Permission denied'),
  'denied-by-system': notOpened('denied-by-system', 'NotAllowedError: Permission denied by system'),
  busy: notOpened('busy', 'NotReadableError: Could not start video source'),
  'over-constrained': notOpened('over-constrained', 'OverconstrainedError'),
  'open-timeout': notOpened('open-timeout', '5000 ms'),
  'open-failed': notOpened('open-failed', 'AbortError'),
  stopped: { ...good, stopped: true },
  'no-frames': { ...good, width: 0, height: 0, fps: 0, frameCount: 0, longestStillMs: 3000, picture: null },
  black: { ...good, picture: { lumaP5: 0, lumaP50: 2, lumaP95: 5, lumaDeviation: 1.5 } },
  frozen: { ...good, longestStillMs: 3000 },
  dark: { ...good, picture: { lumaP5: 4, lumaP50: 19, lumaP95: 66, lumaDeviation: 14 } },
  'over-exposed': { ...good, picture: { lumaP5: 180, lumaP50: 251, lumaP95: 255, lumaDeviation: 20 } },
  'low-resolution': { ...good, width: 640, height: 480 },
  'low-fps': { ...good, fps: 14.7, frameCount: 44 },
  virtual: { ...good, label: 'OBS Virtual Camera', isVirtual: true },
};
