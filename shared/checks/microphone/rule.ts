import { type OpenError, verdictOfOpenError } from '../open-error.ts';
import { rounded } from '../rounded.ts';
import { type Finding, type Judgement, judgementOf } from '../verdict.ts';
import type { MicrophoneLimits } from './limits.ts';
import type { ListenedMicrophone, MicrophoneChannel, MicrophoneMeasurement } from './measurement.ts';
import { bestChannel, deadChannels, isClipped, restOfFloorDbfs } from './sound.ts';

export type MicrophoneProblem =
  | OpenError
  | 'stopped'
  | 'suspended'
  | 'muted'
  | 'silent'
  | 'no-speech'
  | 'weak'
  | 'noisy'
  | 'hum'
  | 'clipping'
  | 'dropouts'
  | 'computer-busy'
  | 'dc-offset'
  | 'channel-dead';

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
  const heard = bestChannel(measured.channels);
  if (broken || !heard) return judgementOf([broken ?? unmeasured('suspended')]);
  const { speechDbfs, floorDbfs } = heard;
  const isSaturated = measured.cpuLoadPct != null && measured.cpuLoadPct >= limits.saturatedFromCpuPct;
  const findings = [...soundFindings(heard, limits), ...channelFindings(measured.channels, limits)].map((finding) =>
    // A saturated machine cuts holes into any sound: it is named, neither the device blamed nor the holes passed over.
    isSaturated && finding.reason === 'dropouts'
      ? warn('computer-busy', { ...finding.values, cpuPct: rounded(measured.cpuLoadPct ?? 0, 0) })
      : finding,
  );
  if (speechDbfs === null) return judgementOf([unmeasured('no-speech'), ...findings]);
  return judgementOf(findings, {
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

/** What is wrong with the sound of one channel, the worst to listen to first. */
function soundFindings(heard: MicrophoneChannel, limits: MicrophoneLimits): MicrophoneFinding[] {
  const { speechDbfs, humDbfs, dropoutsPerSecond, dcOffset } = heard;
  const findings: MicrophoneFinding[] = [];
  if (speechDbfs !== null && speechDbfs < limits.warnSpeechBelowDbfs) {
    findings.push(warn('weak', { speechDbfs: rounded(speechDbfs, 0), wantedDbfs: limits.warnSpeechBelowDbfs }));
  }
  // Before the noise: a gain set too high raises that as well.
  if (isClipped(heard, limits)) {
    findings.push(warn('clipping', { clippingRunsPerSecond: rounded(heard.clippingRunsPerSecond) }));
  }
  const hums = humDbfs != null && humDbfs > limits.warnHumAboveDbfs;
  if (hums) findings.push(warn('hum', { humDbfs: rounded(humDbfs, 0) }));
  // The remedies differ: what the hum alone explains is not blamed on the room.
  const floorDbfs = hums ? restOfFloorDbfs(heard) : heard.floorDbfs;
  const drowned = speechDbfs !== null && speechDbfs - floorDbfs < limits.warnSnrBelowDb;
  if (drowned || floorDbfs > limits.warnNoiseAboveDbfs) {
    findings.push(warn('noisy', { floorDbfs: rounded(floorDbfs, 0) }));
  }
  if (dropoutsPerSecond !== undefined && dropoutsPerSecond > limits.warnDropoutsPerSecond) {
    findings.push(warn('dropouts', { dropoutsPerSecond: rounded(dropoutsPerSecond) }));
  }
  if (dcOffset !== undefined && Math.abs(dcOffset) > limits.warnDcOffsetAbove) {
    findings.push(warn('dc-offset', { dcOffsetPct: rounded(Math.abs(dcOffset) * 100, 0) }));
  }
  return findings;
}

function channelFindings(channels: readonly MicrophoneChannel[], limits: MicrophoneLimits): MicrophoneFinding[] {
  return deadChannels(channels, limits).map((at) =>
    warn('channel-dead', { channel: at + 1, channels: channels.length }),
  );
}

function warn(reason: MicrophoneProblem, values: MicrophoneFinding['values']): MicrophoneFinding {
  return { verdict: 'warn', reason, values };
}

function unmeasured(reason: 'suspended' | 'no-speech'): MicrophoneFinding {
  return { verdict: 'unmeasured', reason, values: {} };
}
