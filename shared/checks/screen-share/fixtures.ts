import type { CapturedScreen, ScreenShareMeasurement } from './measurement.ts';
import type { ScreenShareProblem } from './rule.ts';

const good: CapturedScreen = {
  started: true,
  label: 'Entire screen',
  width: 1920,
  height: 1080,
  fps: 29.4,
  frameCount: 59,
  measuredMs: 2000,
  lumaMax: 255,
  patternFound: true,
  stopped: false,
};

/** A measurement for every reason, by the default policy: for tests and the gallery. */
export const screenShareFixtures: Readonly<Record<ScreenShareProblem | 'ok', ScreenShareMeasurement>> = {
  ok: good,
  denied: { started: false, error: 'denied', detail: 'NotAllowedError: Permission denied by system' },
  'cannot-start': { started: false, error: 'cannot-start', detail: 'NotReadableError: Could not start video source' },
  'start-timeout': { started: false, error: 'start-timeout', detail: '5000 ms' },
  stopped: { ...good, stopped: true },
  'no-frames': { ...good, width: 0, height: 0, fps: 0, frameCount: 0, lumaMax: null, patternFound: false },
  black: { ...good, lumaMax: 0, patternFound: false },
  'pattern-not-found': { ...good, patternFound: false },
  illegible: { ...good, strokeContrast: 0.2 },
  'text-late': { ...good, sentText: { bitrateMbps: 1.5, frames: [{ bytes: 932_000, contrast: 0.64 }] } },
  'low-fps': { ...good, fps: 2.5, frameCount: 5 },
  small: { ...good, width: 1024, height: 600 },
};
