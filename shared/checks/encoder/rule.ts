import { rounded } from '../rounded.ts';
import { type Judgement, judgementOf } from '../verdict.ts';
import type { EncoderLimits } from './limits.ts';
import type { EncoderMeasurement } from './measurement.ts';

export type EncoderProblem = 'not-supported' | 'no-frames' | 'encoder-failed' | 'too-slow' | 'cpu-limited';

/**
 * Judges one encoder measurement. Values of a pass: `width`, `height`, `fps`. How far it fell behind makes the verdict; whether
 * the whole machine was at its end makes the reason, for then the remedy is another one.
 */
export function judgeEncoder(measured: EncoderMeasurement, limits: EncoderLimits): Judgement<EncoderProblem | 'ok'> {
  if (!measured.ran) {
    const { error, detail } = measured;
    const verdict = error === 'not-supported' ? 'fail' : 'unmeasured';
    return judgementOf([{ verdict, reason: error, values: { detail } }]);
  }
  const { width, height } = measured;
  const share = measured.encodedFps / limits.fps;
  const values = { width, height, fps: rounded(measured.encodedFps), wantedFps: limits.fps };
  if (share >= limits.warnBelowShare) return judgementOf<EncoderProblem>([], values);
  const verdict = share < limits.failBelowShare ? 'fail' : 'warn';
  const { cpuLoadPct = null } = measured;
  if (cpuLoadPct === null || cpuLoadPct < limits.saturatedFromCpuPct) {
    return judgementOf([{ verdict, reason: 'too-slow', values }]);
  }
  const cpuPct = rounded(cpuLoadPct, 0);
  return judgementOf([{ verdict, reason: 'cpu-limited', values: { ...values, cpuPct } }]);
}
