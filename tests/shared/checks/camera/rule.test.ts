import fc from 'fast-check';
import { expect, test } from 'vitest';
import { camera } from '../../../../shared/checks/camera/check.ts';
import { cameraFixtures } from '../../../../shared/checks/camera/fixtures.ts';
import { cameraLimits } from '../../../../shared/checks/camera/limits.ts';
import type { PictureDetail, WatchedCamera } from '../../../../shared/checks/camera/measurement.ts';
import { judgeCamera } from '../../../../shared/checks/camera/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { badness, describeCheck } from '../rule-suite.ts';

const limits = DEFAULT_POLICY.checks.camera;

describeCheck(camera, cameraFixtures, limits);

const share = fc.double({ min: 0, max: 1, noNaN: true });
const luma = fc
  .tuple(share, share, share)
  .map((shares) => shares.map((value) => value * 255).sort((a, b) => a - b))
  .map(([lumaP5 = 0, lumaP50 = 0, lumaP95 = 0]) => ({ lumaP5, lumaP50, lumaP95, lumaDeviation: 20 }));
const upTo = (max: number) => fc.double({ min: 0, max, noNaN: true });
const detail: fc.Arbitrary<PictureDetail> = fc.record({
  structure: upTo(80),
  sharpness: fc.option(upTo(1)),
  centreLumaP50: upTo(255),
  surroundLumaP75: upTo(255),
  calmest: fc.option(fc.record({ calmMs: fc.constant(1500), movement: upTo(20), noise: upTo(3) })),
});
const watched: fc.Arbitrary<WatchedCamera> = fc.record({
  opened: fc.constant(true as const),
  label: fc.constant('HD Webcam'),
  isVirtual: fc.boolean(),
  width: fc.integer({ min: 160, max: 3840 }),
  height: fc.integer({ min: 120, max: 2160 }),
  nominalFps: fc.constant(30),
  fps: fc.double({ min: 0, max: 60, noNaN: true }),
  cpuLoadPct: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  fpsWorstSecond: fc.integer({ min: 0, max: 60 }),
  frameCount: fc.integer({ min: 1, max: 400 }),
  measuredMs: fc.constant(6000),
  longestStillMs: fc.double({ min: 0, max: 6000, noNaN: true }),
  stopped: fc.boolean(),
  picture: fc.tuple(luma, detail).map(([brightness, seen]) => ({ ...brightness, detail: seen })),
});

/** Each takes a measurement and a share 0 … 1 and makes it that much worse in one way. */
const WORSE: Readonly<Record<string, (measured: WatchedCamera, by: number) => WatchedCamera>> = {
  'fewer frames': (measured, by) => ({ ...measured, fps: measured.fps * (1 - by) }),
  'a worse second': (measured, by) => ({
    ...measured,
    fpsWorstSecond: Math.floor((measured.fpsWorstSecond ?? 0) * (1 - by)),
  }),
  'a narrower picture': (measured, by) => ({ ...measured, width: Math.floor(measured.width * (1 - by)) }),
  'a lower picture': (measured, by) => ({ ...measured, height: Math.floor(measured.height * (1 - by)) }),
  'a longer freeze': (measured, by) => ({ ...measured, longestStillMs: measured.longestStillMs + by * 3000 }),
  'a busier computer': (measured, by) => ({
    ...measured,
    cpuLoadPct: measured.cpuLoadPct == null ? null : measured.cpuLoadPct + by * (100 - measured.cpuLoadPct),
  }),
  'a cut': (measured) => ({ ...measured, stopped: true }),
  'a virtual camera': (measured) => ({ ...measured, isVirtual: true }),
  'no frame': (measured) => ({ ...measured, frameCount: 0, fps: 0, picture: null }),
  'less movement': (measured, by) => withDetail(measured, (seen) => calmer(seen, 'movement', by)),
  'less noise, the sign of life': (measured, by) => withDetail(measured, (seen) => calmer(seen, 'noise', by)),
  'less to see': (measured, by) =>
    withDetail(measured, ({ structure }) => ({
      structure: Math.max(leastOf(measured, structure), structure * (1 - by)),
    })),
  'softer edges': (measured, by) =>
    withDetail(measured, ({ sharpness }) => ({ sharpness: sharpness === null ? null : sharpness * (1 - by) })),
  'people darker': (measured, by) =>
    withDetail(measured, ({ centreLumaP50 }) => ({ centreLumaP50: centreLumaP50 * (1 - by) })),
  'a brighter window behind': (measured, by) =>
    withDetail(measured, ({ surroundLumaP75 }) => ({
      surroundLumaP75: surroundLumaP75 + by * (255 - surroundLumaP75),
    })),
  'less light': (measured, by) => dimmed(measured, 1 - by),
};

/**
 * Where white swallows everything, stillness stops being evidence, so that one step (and no other) takes "frozen" back: the test
 * below says so. Everywhere else less to see is only worse.
 */
function leastOf({ picture }: WatchedCamera, structure: number): number {
  const washedOut = (picture?.lumaP50 ?? 0) > limits.brightAboveLumaP50;
  return washedOut && structure >= limits.flatBelowStructure ? limits.flatBelowStructure : 0;
}

test('a still picture is frozen while there is something in it, and only washed out when white has swallowed it', () => {
  const still = (structure: number) => {
    const bright = cameraFixtures['over-exposed'];
    if (!bright.opened || !bright.picture?.detail) throw new Error('a fixture without a picture');
    const picture = { ...bright.picture, detail: { ...bright.picture.detail, structure } };
    return judgeCamera({ ...bright, longestStillMs: limits.frozenAfterMs, picture }, limits);
  };
  expect(still(limits.flatBelowStructure)).toMatchObject({ verdict: 'fail', reason: 'frozen' });
  expect(still(limits.flatBelowStructure / 2)).toMatchObject({ verdict: 'warn', reason: 'over-exposed' });
});

test.each(Object.keys(WORSE))('%s never makes the verdict better', (axis) => {
  fc.assert(
    fc.property(watched, share, (measured, by) => {
      const worse = WORSE[axis]?.(measured, by);
      if (!worse) throw new Error(axis);
      expect(badness(judgeCamera(worse, limits))).toBeGreaterThanOrEqual(badness(judgeCamera(measured, limits)));
    }),
  );
});

test('a slow picture of a saturated machine is not blamed on the camera, unless it promises no more', () => {
  const slow = { ...(cameraFixtures.ok as WatchedCamera), fps: 19, cpuLoadPct: 99 };
  expect(judgeCamera(slow, limits)).toMatchObject({ verdict: 'warn', reason: 'computer-busy' });
  expect(judgeCamera({ ...slow, cpuLoadPct: limits.saturatedFromCpuPct - 1 }, limits)).toMatchObject({
    reason: 'low-fps',
  });
  expect(judgeCamera({ ...slow, cpuLoadPct: null }, limits)).toMatchObject({ reason: 'low-fps' });
  expect(judgeCamera({ ...slow, nominalFps: 15 }, limits)).toMatchObject({ reason: 'low-fps' });
  expect(judgeCamera({ ...slow, fps: 29 }, limits)).toMatchObject({ verdict: 'pass' });
});

test('a black picture is called black, not frozen, although its frames are all the same', () => {
  const covered = { ...cameraFixtures.black, longestStillMs: 3000 } as WatchedCamera;
  expect(judgeCamera(covered, limits).findings.map(({ reason }) => reason)).toEqual(['black']);
});

test('one bright pixel does not make a black picture less black', () => {
  const picture = { lumaP5: 0, lumaP50: 1, lumaP95: 3, lumaDeviation: 9 };
  const measured = { ...cameraFixtures.ok, picture } as WatchedCamera;
  expect(judgeCamera(measured, limits).reason).toBe('black');
});

const steady = cameraFixtures.ok as WatchedCamera;

test.each([
  ['stops for the last second of six', { fps: 25, fpsWorstSecond: 0, longestStillMs: 1000 }, 'unsteady'],
  ['falls to a few frames at the end', { fps: 25.8, fpsWorstSecond: 5, longestStillMs: 220 }, 'unsteady'],
  ['stops for the last two seconds', { fps: 20, fpsWorstSecond: 0, longestStillMs: 2000 }, 'frozen'],
  ['is slow all the time', { fps: 10, fpsWorstSecond: 9, longestStillMs: 220 }, 'low-fps'],
  ['is cut off', { fps: 30, fpsWorstSecond: 0, stopped: true }, 'stopped'],
  ['loses a few frames once', { fps: 29.1, fpsWorstSecond: 23, longestStillMs: 300 }, 'ok'],
])('a camera that %s', (_what, change, reason) => {
  const judgement = judgeCamera({ ...steady, ...change }, limits);
  expect(judgement.reason).toBe(reason);
  // One fault, one sentence.
  const steadiness = judgement.findings.filter((one) => ['unsteady', 'low-fps', 'stopped'].includes(one.reason));
  expect(steadiness.length).toBeLessThanOrEqual(1);
});

test('what an older version measured has no worst second, and is judged by the rest', () => {
  expect(steady.fpsWorstSecond).toBeUndefined();
  expect(judgeCamera(steady, limits).verdict).toBe('pass');
});

test('an older policy watches as long as the first version that held the camera', () => {
  const { holdMs: _hold, warnBelowFpsWorstSecond: _worst, ...older } = limits;
  expect(cameraLimits.parse(older)).toMatchObject({ holdMs: 6000, warnBelowFpsWorstSecond: 0 });
  expect(cameraLimits.safeParse({ ...limits, holdMs: 9000 }).success).toBe(false);
});

test('a virtual camera is called so, and where it is the only one, what to do is another thing', () => {
  const virtual = (realCameras?: number) => judgeCamera({ ...steady, isVirtual: true, realCameras }, limits).reason;
  expect([virtual(), virtual(0), virtual(2)]).toEqual(['virtual', 'virtual-only', 'virtual']);
});

test('what an older version measured has no detail, and is judged by the rest', () => {
  const { detail: _detail, ...older } = cameraFixtures.ok.opened ? (cameraFixtures.ok.picture ?? {}) : {};
  const measurement = { ...cameraFixtures.ok, picture: older };
  expect(camera.judge({ kind: 'measured', measurement }, limits).verdict).toBe('pass');
});

test('a policy made before a limit existed judges nothing by it', () => {
  const { warnBelowWidth, warnBelowHeight, warnBelowFps, blackUpToLumaP95, darkBelowLumaP50, brightAboveLumaP50 } =
    limits;
  const older = cameraLimits.parse({
    ...{ warnBelowWidth, warnBelowHeight, warnBelowFps, blackUpToLumaP95, darkBelowLumaP50, brightAboveLumaP50 },
    frozenAfterMs: 2000,
  });
  for (const reason of ['flat', 'backlight', 'blurred'] as const) {
    expect(judgeCamera(cameraFixtures[reason], older).verdict, reason).toBe('pass');
  }
  expect(judgeCamera(cameraFixtures.frozen, older).reason).toBe('frozen');
});

test('half a detail is no detail: unmeasured, not judged by halves', () => {
  const picture = { ...(cameraFixtures.ok as WatchedCamera).picture, detail: { structure: 40 } };
  const measurement = { ...cameraFixtures.ok, picture };
  expect(camera.judge({ kind: 'measured', measurement }, limits).verdict).toBe('unmeasured');
});

test.each([
  ['key frames of an encoder, nothing in between', 2, 0.1, 'frozen'],
  ['the noise of a live sensor in an empty room', 1.2, 0.7, 'ok'],
  ['somebody moves before an encoder that leaves out the wall', 24, 0.1, 'ok'],
])('%s', (_what, movement, noise, reason) => {
  const measured = withDetail(cameraFixtures.ok as WatchedCamera, () => ({
    calmest: { calmMs: 1500, movement, noise },
  }));
  expect(judgeCamera(measured, limits).reason).toBe(reason);
});

function withDetail(measured: WatchedCamera, change: (seen: PictureDetail) => Partial<PictureDetail>): WatchedCamera {
  const { picture } = measured;
  if (!picture?.detail) return measured;
  return { ...measured, picture: { ...picture, detail: { ...picture.detail, ...change(picture.detail) } } };
}

function calmer({ calmest }: PictureDetail, what: 'movement' | 'noise', by: number): Partial<PictureDetail> {
  return { calmest: calmest && { ...calmest, [what]: calmest[what] * (1 - by) } };
}

/** Only of pictures that are not too bright: there less light is better. */
function dimmed(measured: WatchedCamera, scale: number): WatchedCamera {
  const { picture } = measured;
  if (!picture || picture.lumaP50 > limits.brightAboveLumaP50) return measured;
  const { lumaP5, lumaP50, lumaP95 } = picture;
  const scaled = { ...picture, lumaP5: lumaP5 * scale, lumaP50: lumaP50 * scale, lumaP95: lumaP95 * scale };
  return { ...measured, picture: scaled };
}
