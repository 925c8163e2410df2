import { type OpenError, verdictOfOpenError } from '../open-error.ts';
import { rounded } from '../rounded.ts';
import { type Finding, type Judgement, judgementOf } from '../verdict.ts';
import type { MicrophoneLimits } from './limits.ts';
import type { ListenedMicrophone, MicrophoneChannel, MicrophoneMeasurement } from './measurement.ts';

export type MicrophoneProblem =
  | OpenError
  | 'stopped'
  | 'suspended'
  | 'muted'
  | 'silent'
  | 'no-speech'
  | 'weak'
  | 'noisy'
  | 'clipping';

type MicrophoneFinding = Finding<MicrophoneProblem>;

/** Judges one microphone measurement. Values of a pass: `label`, `speechDbfs`, `snrDb`. */
export function judgeMicrophone(
  measured: MicrophoneMeasurement,
  limits: MicrophoneLimits,
): Judgement<MicrophoneProblem | 'ok'> {
  if (!measured.opened) {
    const { error, detail } = measured;
    return judgementOf([{ verdict: verdictOfOpenError(error), reason: error, values: { detail } }]);
  }
  const broken = brokenFinding(measured);
  const heard = best(measured.channels);
  if (broken || !heard) return judgementOf([broken ?? unmeasured('suspended')]);
  const { speechDbfs, floorDbfs } = heard;
  if (speechDbfs === null) return judgementOf([unmeasured('no-speech'), ...soundFindings(heard, limits)]);
  return judgementOf(soundFindings(heard, limits), {
    label: measured.label,
    speechDbfs: rounded(speechDbfs, 0),
    snrDb: rounded(speechDbfs - floorDbfs, 0),
  });
}

/** What makes every other number meaningless. */
function brokenFinding(measured: ListenedMicrophone): MicrophoneFinding | null {
  const { label } = measured;
  if (measured.stopped) return { verdict: 'fail', reason: 'stopped', values: { label } };
  if (measured.trackMuted) return { verdict: 'fail', reason: 'muted', values: { label } };
  if (!measured.engineRan || measured.channels.length === 0) return unmeasured('suspended');
  if (measured.channels.every((channel) => channel.digitalZero)) {
    return { verdict: 'fail', reason: 'silent', values: { label } };
  }
  return null;
}

function soundFindings(heard: MicrophoneChannel, limits: MicrophoneLimits): MicrophoneFinding[] {
  const findings: MicrophoneFinding[] = [];
  const { speechDbfs, clippingRunsPerSecond } = heard;
  const floorDbfs = rounded(heard.floorDbfs, 0);
  if (speechDbfs !== null && speechDbfs < limits.warnSpeechBelowDbfs) {
    const values = { speechDbfs: rounded(speechDbfs, 0), wantedDbfs: limits.warnSpeechBelowDbfs };
    findings.push({ verdict: 'warn', reason: 'weak', values });
  }
  const drowned = speechDbfs !== null && speechDbfs - heard.floorDbfs < limits.warnSnrBelowDb;
  if (drowned || heard.floorDbfs > limits.warnNoiseAboveDbfs) {
    findings.push({ verdict: 'warn', reason: 'noisy', values: { floorDbfs } });
  }
  if (clippingRunsPerSecond > limits.warnClippingRunsPerSecond) {
    const values = { clippingRunsPerSecond: rounded(clippingRunsPerSecond) };
    findings.push({ verdict: 'warn', reason: 'clipping', values });
  }
  return findings;
}

/** The channel a meeting would hear best: loudest speech, else the loudest one that is not dead. */
function best(channels: readonly MicrophoneChannel[]): MicrophoneChannel | undefined {
  const level = (channel: MicrophoneChannel): number => channel.speechDbfs ?? channel.peakDbfs - 1000;
  return channels.filter((channel) => !channel.digitalZero).sort((a, b) => level(b) - level(a))[0];
}

function unmeasured(reason: 'suspended' | 'no-speech'): MicrophoneFinding {
  return { verdict: 'unmeasured', reason, values: {} };
}
