import { rounded } from '../rounded.ts';
import { type Judgement, judgementOf } from '../verdict.ts';
import type { SpeakerLimits } from './limits.ts';
import type { SpeakerMeasurement } from './measurement.ts';

export type SpeakerProblem =
  | 'no-output'
  | 'suspended'
  | 'no-proof'
  | 'not-heard'
  | 'left-not-heard'
  | 'right-not-heard';

/** Judges one speaker measurement. Values of a pass: `label`, `delayMs`. */
export function judgeSpeaker(measured: SpeakerMeasurement, limits: SpeakerLimits): Judgement<SpeakerProblem | 'ok'> {
  if (!measured.played) {
    const { detail } = measured;
    if (measured.error === 'no-output')
      return judgementOf([{ verdict: 'fail', reason: 'no-output', values: { detail } }]);
    return judgementOf([{ verdict: 'unmeasured', reason: 'suspended', values: { detail } }]);
  }
  const { label, channels, witnessFault } = measured;
  // A silent speaker and a deaf microphone look alike: without a witness nothing is said against the speaker.
  if (witnessFault !== null || channels.length === 0) {
    return judgementOf([{ verdict: 'unmeasured', reason: 'no-proof', values: { label } }]);
  }
  const heard = channels.filter((channel) => channel.correlation >= limits.heardFromCorrelation);
  const [first] = heard;
  if (!first) return judgementOf([{ verdict: 'fail', reason: 'not-heard', values: { label } }]);
  const deaf = (['left', 'right'] as const).filter((side) => !heard.some((channel) => channel.channel === side));
  return judgementOf(
    deaf.map((side) => ({ verdict: 'warn', reason: `${side}-not-heard`, values: { label } }) as const),
    { label, delayMs: rounded(first.delayMs, 0) },
  );
}
