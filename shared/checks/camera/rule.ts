import { type OpenError, verdictOfOpenError } from '../open-error.ts';
import { rounded } from '../rounded.ts';
import { type Finding, type Judgement, judgementOf } from '../verdict.ts';
import type { CameraLimits } from './limits.ts';
import type { CameraMeasurement, Picture, WatchedCamera } from './measurement.ts';

export type CameraProblem =
  | OpenError
  | 'stopped'
  | 'no-frames'
  | 'black'
  | 'frozen'
  | 'dark'
  | 'over-exposed'
  | 'low-resolution'
  | 'low-fps'
  | 'virtual';

type CameraFinding = Finding<CameraProblem>;

/** Judges one camera measurement. Values of a pass: `label`, `width`, `height`, `fps`. */
export function judgeCamera(measured: CameraMeasurement, limits: CameraLimits): Judgement<CameraProblem | 'ok'> {
  if (!measured.opened) {
    const { error, detail } = measured;
    return judgementOf([{ verdict: verdictOfOpenError(error), reason: error, values: { detail } }]);
  }
  const findings = [...deliveryFindings(measured, limits), ...pictureFindings(measured.picture, limits)];
  if (measured.isVirtual) findings.push({ verdict: 'warn', reason: 'virtual', values: { label: measured.label } });
  return judgementOf(findings, {
    label: measured.label,
    width: measured.width,
    height: measured.height,
    fps: rounded(measured.fps),
  });
}

function deliveryFindings(measured: WatchedCamera, limits: CameraLimits): CameraFinding[] {
  const { label, width, height, longestStillMs } = measured;
  const fps = rounded(measured.fps);
  const findings: CameraFinding[] = [];
  if (measured.stopped) findings.push({ verdict: 'fail', reason: 'stopped', values: { label } });
  if (measured.frameCount === 0 || measured.picture === null) {
    findings.push({ verdict: 'fail', reason: 'no-frames', values: { label } });
    return findings;
  }
  // A covered lens may well give identical frames: it is black, and saying "frozen" too would send people the wrong way.
  if (longestStillMs >= limits.frozenAfterMs && !isBlack(measured.picture, limits)) {
    findings.push({ verdict: 'fail', reason: 'frozen', values: { stillSeconds: rounded(longestStillMs / 1000) } });
  }
  if (width < limits.warnBelowWidth || height < limits.warnBelowHeight) {
    const { warnBelowWidth: wantedWidth, warnBelowHeight: wantedHeight } = limits;
    findings.push({ verdict: 'warn', reason: 'low-resolution', values: { width, height, wantedWidth, wantedHeight } });
  }
  if (measured.fps < limits.warnBelowFps) {
    findings.push({ verdict: 'warn', reason: 'low-fps', values: { fps, wantedFps: limits.warnBelowFps } });
  }
  return findings;
}

function pictureFindings(picture: Picture | null, limits: CameraLimits): CameraFinding[] {
  if (picture === null) return [];
  const luma = rounded(picture.lumaP50);
  if (isBlack(picture, limits)) return [{ verdict: 'fail', reason: 'black', values: { luma } }];
  if (picture.lumaP50 < limits.darkBelowLumaP50) return [{ verdict: 'warn', reason: 'dark', values: { luma } }];
  if (picture.lumaP50 > limits.brightAboveLumaP50)
    return [{ verdict: 'warn', reason: 'over-exposed', values: { luma } }];
  return [];
}

function isBlack(picture: Picture, limits: CameraLimits): boolean {
  return picture.lumaP95 <= limits.blackUpToLumaP95;
}
