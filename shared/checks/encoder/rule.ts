import { rounded } from '../rounded.ts';
import { type Judgement, judgementOf } from '../verdict.ts';
import type { EncoderLimits } from './limits.ts';
import type { EncoderMeasurement } from './measurement.ts';

export type EncoderProblem = 'not-supported' | 'no-frames' | 'encoder-failed' | 'too-slow' | 'cpu-limited';

/** Judges one encoder measurement. Values of a pass: `width`, `height`, `fps`. */
export function judgeEncoder(measured: EncoderMeasurement, limits: EncoderLimits): Judgement<EncoderProblem | 'ok'> {
  if (!measured.ran) {
    const { error, detail } = measured;
    const verdict = error === 'not-supported' ? 'fail' : 'unmeasured';
    return judgementOf([{ verdict, reason: error, values: { detail } }]);
  }
  const { width, height } = measured;
  const share = measured.encodedFps / limits.fps;
  const values = { width, height, fps: rounded(measured.encodedFps), wantedFps: limits.fps };
  if (share < limits.failBelowShare) return judgementOf([{ verdict: 'fail', reason: 'too-slow', values }]);
  if (share < limits.warnBelowShare) return judgementOf([{ verdict: 'warn', reason: 'cpu-limited', values }]);
  return judgementOf<EncoderProblem>([], values);
}
