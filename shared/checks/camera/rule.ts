import { type OpenError, verdictOfOpenError } from '../open-error.ts';
import { rounded } from '../rounded.ts';
import { type Finding, type Judgement, judgementOf } from '../verdict.ts';
import type { CameraLimits } from './limits.ts';
import type { CameraMeasurement, Picture, PictureDetail, WatchedCamera } from './measurement.ts';

export type CameraProblem =
  | OpenError
  | 'stopped'
  | 'no-frames'
  | 'black'
  | 'covered'
  | 'flat'
  | 'frozen'
  | 'dark'
  | 'over-exposed'
  | 'backlight'
  | 'blurred'
  | 'low-resolution'
  | 'low-fps'
  | 'unsteady'
  | 'computer-busy'
  | 'virtual'
  | 'virtual-only';

type CameraFinding = Finding<CameraProblem>;

/** Judges one camera measurement. Values of a pass: `label`, `width`, `height`, `fps`. */
export function judgeCamera(measured: CameraMeasurement, limits: CameraLimits): Judgement<CameraProblem | 'ok'> {
  if (!measured.opened) {
    const { error, detail } = measured;
    return judgementOf([{ verdict: verdictOfOpenError(error), reason: error, values: { detail } }]);
  }
  const findings = [
    ...deliveryFindings(measured, limits),
    // Before the mode: a camera slows down in the dark, and light is what helps.
    ...pictureFindings(measured.picture, limits),
    ...modeFindings(measured, limits),
  ];
  if (measured.isVirtual) {
    const reason = measured.realCameras === 0 ? 'virtual-only' : 'virtual';
    findings.push({ verdict: 'warn', reason, values: { label: measured.label } });
  }
  return judgementOf(findings, {
    label: measured.label,
    width: measured.width,
    height: measured.height,
    fps: rounded(measured.fps),
  });
}

function deliveryFindings(measured: WatchedCamera, limits: CameraLimits): CameraFinding[] {
  const { label } = measured;
  const findings: CameraFinding[] = [];
  if (measured.stopped) findings.push({ verdict: 'fail', reason: 'stopped', values: { label } });
  if (measured.frameCount === 0 || measured.picture === null) {
    findings.push({ verdict: 'fail', reason: 'no-frames', values: { label } });
    return findings;
  }
  const frozenMs = frozenFor(measured, limits);
  if (frozenMs !== null) {
    findings.push({ verdict: 'fail', reason: 'frozen', values: { stillSeconds: rounded(frozenMs / 1000) } });
  }
  return findings;
}

/** Nothing without a frame: then there is no mode to judge. */
function modeFindings(measured: WatchedCamera, limits: CameraLimits): CameraFinding[] {
  if (measured.frameCount === 0 || measured.picture === null) return [];
  const { width, height } = measured;
  const fps = rounded(measured.fps);
  const findings: CameraFinding[] = [];
  if (width < limits.warnBelowWidth || height < limits.warnBelowHeight) {
    const { warnBelowWidth: wantedWidth, warnBelowHeight: wantedHeight } = limits;
    findings.push({ verdict: 'warn', reason: 'low-resolution', values: { width, height, wantedWidth, wantedHeight } });
  }
  const isSlow = measured.fps < limits.warnBelowFps;
  const wantedFps = limits.warnBelowFps;
  if ((isSlow || isUnsteady(measured, limits)) && isHeldBack(measured, limits)) {
    const cpuPct = rounded(measured.cpuLoadPct ?? 0, 0);
    findings.push({ verdict: 'warn', reason: 'computer-busy', values: { fps, wantedFps, cpuPct } });
  } else if (isSlow) {
    findings.push({ verdict: 'warn', reason: 'low-fps', values: { fps, wantedFps } });
  } else if (isUnsteady(measured, limits)) {
    const worstFps = measured.fpsWorstSecond ?? 0;
    findings.push({ verdict: 'warn', reason: 'unsteady', values: { fps, worstFps } });
  }
  return findings;
}

/** A machine at its end drops frames of any camera, so it is not blamed on this one, unless it promises no more by itself. */
function isHeldBack({ cpuLoadPct, nominalFps }: WatchedCamera, limits: CameraLimits): boolean {
  const promisesEnough = nominalFps === 0 || nominalFps >= limits.warnBelowFps;
  return promisesEnough && cpuLoadPct != null && cpuLoadPct >= limits.saturatedFromCpuPct;
}

/** A camera that gives way for a second, which the average hides. What is frozen or was cut off has its own words. */
function isUnsteady(measured: WatchedCamera, limits: CameraLimits): boolean {
  const { fpsWorstSecond, stopped } = measured;
  if (fpsWorstSecond === undefined || stopped || frozenFor(measured, limits) !== null) return false;
  return fpsWorstSecond < limits.warnBelowFpsWorstSecond;
}

/** How long the picture stood still, milliseconds; null when it is alive, or when there is nothing to see in it anyway. */
function frozenFor({ picture, longestStillMs }: WatchedCamera, limits: CameraLimits): number | null {
  // A covered lens may well give identical frames: it is black, and saying "frozen" too would send people the wrong way.
  if (picture === null || isBlack(picture, limits) || isFlat(picture, limits)) return null;
  if (longestStillMs >= limits.frozenAfterMs) return longestStillMs;
  const calmest = picture.detail?.calmest;
  if (!calmest || calmest.calmMs < limits.frozenAfterMs) return null;
  const isNearlyStill = calmest.movement <= limits.frozenUpToMovement && calmest.noise < limits.frozenBelowNoise;
  return isNearlyStill ? Math.max(longestStillMs, calmest.calmMs) : null;
}

/** The one thing that is most wrong with what the picture shows: the others would follow from it. */
function pictureFindings(picture: Picture | null, limits: CameraLimits): CameraFinding[] {
  if (picture === null) return [];
  const luma = rounded(picture.lumaP50);
  const isDark = picture.lumaP50 < limits.darkBelowLumaP50;
  const isBright = picture.lumaP50 > limits.brightAboveLumaP50;
  if (isBlack(picture, limits)) return [{ verdict: 'fail', reason: 'black', values: { luma } }];
  if (isFlat(picture, limits) && isDark) return [{ verdict: 'fail', reason: 'covered', values: { luma } }];
  if (isFlat(picture, limits) && !isBright) return [{ verdict: 'fail', reason: 'flat', values: { luma } }];
  return [...lightFindings(picture, limits), ...blurFindings(picture.detail, limits)];
}

function lightFindings({ lumaP50, detail }: Picture, limits: CameraLimits): CameraFinding[] {
  const luma = rounded(lumaP50);
  if (detail && isBacklit(detail, limits)) {
    const values = { centre: rounded(detail.centreLumaP50), surround: rounded(detail.surroundLumaP75) };
    return [{ verdict: 'warn', reason: 'backlight', values }];
  }
  if (lumaP50 < limits.darkBelowLumaP50) return [{ verdict: 'warn', reason: 'dark', values: { luma } }];
  if (lumaP50 > limits.brightAboveLumaP50) return [{ verdict: 'warn', reason: 'over-exposed', values: { luma } }];
  return [];
}

function blurFindings(detail: PictureDetail | undefined, limits: CameraLimits): CameraFinding[] {
  const sharpness = detail?.sharpness ?? null;
  if (sharpness === null || sharpness >= limits.blurredBelowSharpness) return [];
  return [{ verdict: 'warn', reason: 'blurred', values: { sharpness: rounded(sharpness * 100) } }];
}

function isBacklit({ centreLumaP50, surroundLumaP75 }: PictureDetail, limits: CameraLimits): boolean {
  return centreLumaP50 < limits.backlightBelowCentreLuma && surroundLumaP75 >= limits.backlightFromSurroundLuma;
}

function isBlack(picture: Picture, limits: CameraLimits): boolean {
  return picture.lumaP95 <= limits.blackUpToLumaP95;
}

/** Nothing to see, however bright. Told by the blocks' means, which neither noise nor one bright pixel moves. */
function isFlat({ detail }: Picture, limits: CameraLimits): boolean {
  return detail !== undefined && detail.structure < limits.flatBelowStructure;
}
