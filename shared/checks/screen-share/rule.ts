import { rounded } from '../rounded.ts';
import { type Finding, type Judgement, judgementOf } from '../verdict.ts';
import type { ScreenShareLimits } from './limits.ts';
import type { CapturedScreen, ScreenShareMeasurement } from './measurement.ts';

export type ScreenShareProblem =
  | 'denied'
  | 'cannot-start'
  | 'start-timeout'
  | 'stopped'
  | 'no-frames'
  | 'black'
  | 'pattern-not-found'
  | 'illegible'
  | 'text-late'
  | 'low-fps'
  | 'small';

/** Judges one screen-share measurement. Values of a pass: `width`, `height`, `fps`. */
export function judgeScreenShare(
  measured: ScreenShareMeasurement,
  limits: ScreenShareLimits,
): Judgement<ScreenShareProblem | 'ok'> {
  if (!measured.started) {
    const { error, detail } = measured;
    const verdict = error === 'start-timeout' ? 'unmeasured' : 'fail';
    return judgementOf([{ verdict, reason: error, values: { detail } }]);
  }
  const { width, height } = measured;
  return judgementOf(findingsOf(measured, limits), { width, height, fps: rounded(measured.fps) });
}

function findingsOf(measured: CapturedScreen, limits: ScreenShareLimits): Finding<ScreenShareProblem>[] {
  const { width, height, fps, lumaMax } = measured;
  const findings: Finding<ScreenShareProblem>[] = [];
  if (measured.stopped) findings.push({ verdict: 'fail', reason: 'stopped', values: {} });
  if (measured.frameCount === 0 || lumaMax === null) {
    return [...findings, { verdict: 'fail', reason: 'no-frames', values: {} }];
  }
  if (lumaMax <= limits.blackUpToLumaMax) return [...findings, { verdict: 'fail', reason: 'black', values: {} }];
  if (!measured.patternFound) findings.push({ verdict: 'warn', reason: 'pattern-not-found', values: {} });
  findings.push(...textFindings(measured, limits));
  if (fps < limits.warnBelowFps) {
    findings.push({
      verdict: 'warn',
      reason: 'low-fps',
      values: { fps: rounded(fps), wantedFps: limits.warnBelowFps },
    });
  }
  if (height < limits.warnBelowHeight) {
    findings.push({
      verdict: 'warn',
      reason: 'small',
      values: { width, height, wantedHeight: limits.warnBelowHeight },
    });
  }
  return findings;
}

/** Small text: as captured, then as sent. */
function textFindings(measured: CapturedScreen, limits: ScreenShareLimits): Finding<ScreenShareProblem>[] {
  const { strokeContrast, sentText } = measured;
  const illegible = (contrast: number): Finding<ScreenShareProblem> => {
    return { verdict: 'warn', reason: 'illegible', values: { contrastPct: rounded(contrast * 100, 0) } };
  };
  const wanted = limits.warnBelowStrokeContrast;
  if (strokeContrast != null && strokeContrast < wanted) return [illegible(strokeContrast)];
  if (!sentText) return [];
  const { bitrateMbps, frames } = sentText;
  const legible = frames.findIndex(({ contrast }) => contrast >= wanted);
  if (legible < 0) return [illegible(Math.max(...frames.map(({ contrast }) => contrast)))];
  const bytes = frames.slice(0, legible + 1).reduce((sum, frame) => sum + frame.bytes, 0);
  const seconds = (bytes * 8) / (bitrateMbps * 1e6);
  if (seconds <= limits.warnTextAfterSeconds) return [];
  const values = { seconds: rounded(seconds), bitrateMbps, wantedSeconds: limits.warnTextAfterSeconds };
  return [{ verdict: 'warn', reason: 'text-late', values }];
}
