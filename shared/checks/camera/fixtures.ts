import type { OpenError } from '../open-error.ts';
import type { CameraMeasurement, Picture, PictureDetail, WatchedCamera } from './measurement.ts';
import type { CameraProblem } from './rule.ts';

const goodDetail: PictureDetail = {
  structure: 46,
  sharpness: 0.52,
  centreLumaP50: 112,
  surroundLumaP75: 171,
  calmest: { calmMs: 1500, movement: 9.4, noise: 1.6 },
};
const goodPicture: Picture = { lumaP5: 22, lumaP50: 118, lumaP95: 214, lumaDeviation: 58, detail: goodDetail };

const good: WatchedCamera = {
  opened: true,
  label: 'HD Webcam',
  isVirtual: false,
  width: 1920,
  height: 1080,
  nominalFps: 30,
  fps: 29.8,
  frameCount: 179,
  measuredMs: 6000,
  longestStillMs: 120,
  stopped: false,
  picture: goodPicture,
};

/** A good camera but for its picture, and what belongs to the detail of it. */
function showing(picture: Partial<Picture>, detail: Partial<PictureDetail> = {}): WatchedCamera {
  return { ...good, picture: { ...goodPicture, ...picture, detail: { ...goodDetail, ...detail } } };
}

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
  'no-frames': {
    ...good,
    width: 0,
    height: 0,
    fps: 0,
    frameCount: 0,
    longestStillMs: 6000,
    picture: null,
  },
  black: showing({ lumaP5: 0, lumaP50: 2, lumaP95: 5, lumaDeviation: 1.5 }, { structure: 0.2, sharpness: null }),
  covered: showing({ lumaP5: 12, lumaP50: 30, lumaP95: 48, lumaDeviation: 11 }, { structure: 0.6, sharpness: null }),
  flat: showing({ lumaP5: 118, lumaP50: 124, lumaP95: 131, lumaDeviation: 4 }, { structure: 0.3, sharpness: null }),
  frozen: { ...good, longestStillMs: 3000 },
  dark: showing({ lumaP5: 4, lumaP50: 19, lumaP95: 66, lumaDeviation: 14 }, { structure: 9, sharpness: null }),
  'over-exposed': showing({ lumaP5: 180, lumaP50: 251, lumaP95: 255, lumaDeviation: 20 }, { structure: 12 }),
  backlight: showing(
    { lumaP5: 20, lumaP50: 96, lumaP95: 255, lumaDeviation: 92 },
    { centreLumaP50: 31, surroundLumaP75: 253 },
  ),
  blurred: showing({}, { sharpness: 0.09 }),
  'low-resolution': { ...good, width: 640, height: 480 },
  'low-fps': { ...good, fps: 14.7, frameCount: 88 },
  'computer-busy': { ...good, fps: 19.1, fpsWorstSecond: 12, frameCount: 115, cpuLoadPct: 99 },
  unsteady: { ...good, fps: 26.2, fpsWorstSecond: 7, frameCount: 157, longestStillMs: 700 },
  virtual: { ...good, label: 'OBS Virtual Camera', isVirtual: true, realCameras: 1 },
  'virtual-only': { ...good, label: 'OBS Virtual Camera', isVirtual: true, realCameras: 0 },
};
