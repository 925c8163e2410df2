import { rounded } from '../rounded.ts';
import { type Finding, type Judgement, judgementOf } from '../verdict.ts';
import type { SpeakerLimits } from './limits.ts';
import type { PlayedSpeaker, SpeakerMeasurement } from './measurement.ts';

export type SpeakerProblem =
  | 'no-output'
  | 'suspended'
  | 'no-proof'
  | 'no-proof-person-heard'
  | 'no-proof-person-did-not'
  | 'not-heard'
  | 'heard-by-person-only'
  | 'heard-by-nobody'
  | 'left-not-heard'
  | 'right-not-heard'
  | 'heard-by-microphone-only';

type SpeakerFinding = Finding<SpeakerProblem>;

/**
 * Judges one speaker measurement. Values of a pass: `label`, `delayMs`.
 * The person's answer is the lesser witness: a yes makes a warning of what the microphone did not hear and never a pass, a no
 * adds to what is wrong. Without an answer the microphone alone decides.
 */
export function judgeSpeaker(measured: SpeakerMeasurement, limits: SpeakerLimits): Judgement<SpeakerProblem | 'ok'> {
  if (!measured.played) {
    const { detail } = measured;
    if (measured.error === 'no-output')
      return judgementOf([{ verdict: 'fail', reason: 'no-output', values: { detail } }]);
    return judgementOf([{ verdict: 'unmeasured', reason: 'suspended', values: { detail } }]);
  }
  const { label, channels, witnessFault } = measured;
  // A silent speaker and a deaf microphone look alike: without a witness nothing is said against the speaker.
  if (witnessFault !== null || channels.length === 0) return judgementOf([withoutWitness(measured)]);
  const heard = channels.filter((channel) => channel.correlation >= limits.heardFromCorrelation);
  const [first] = heard;
  if (!first) return judgementOf([unheard(measured)]);
  const deaf = (['left', 'right'] as const).filter((side) => !heard.some((channel) => channel.channel === side));
  const findings = deaf.map((side): SpeakerFinding => warn(`${side}-not-heard`, label));
  // What the microphone heard may have been another loudspeaker than the one the room listens to.
  if (measured.humanHeard === false) findings.push(warn('heard-by-microphone-only', label));
  return judgementOf(findings, { label, delayMs: rounded(first.delayMs, 0) });
}

function withoutWitness({ label, humanHeard }: PlayedSpeaker): SpeakerFinding {
  if (humanHeard === true) return warn('no-proof-person-heard', label);
  if (humanHeard === false) return { verdict: 'fail', reason: 'no-proof-person-did-not', values: { label } };
  return { verdict: 'unmeasured', reason: 'no-proof', values: { label } };
}

function unheard({ label, humanHeard }: PlayedSpeaker): SpeakerFinding {
  if (humanHeard === true) return warn('heard-by-person-only', label);
  return { verdict: 'fail', reason: humanHeard === false ? 'heard-by-nobody' : 'not-heard', values: { label } };
}

function warn(reason: SpeakerProblem, label: string): SpeakerFinding {
  return { verdict: 'warn', reason, values: { label } };
}
