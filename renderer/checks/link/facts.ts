import type { LinkLimits } from '../../../shared/checks/link/limits.ts';
import { type LinkReached, linkMeasurement } from '../../../shared/checks/link/measurement.ts';
import { type Fact, factsBy, named, number } from '../fact.ts';

/** What was measured of the line to the province. */
export const linkFacts = factsBy(linkMeasurement, (measured, limits: LinkLimits) => {
  if (!measured.reached)
    return [named('host', measured.host), named('step', measured.step), named('error', measured.cause)];
  return [
    rate('upload', measured.upload, limits.uploadMbps),
    rate('download', measured.download, limits.downloadMbps),
    number('rtt', measured.rttMsP50, 'ms', above(limits.rttMs)),
    number('jitter', measured.jitterMs, 'ms', above(limits.jitterMs)),
    number('loss', measured.udp?.lossPct, 'percent', above(limits.lossPct)),
    number('clock', Math.abs(measured.clock.offsetMs) / 1000, 'seconds', above(limits.clockOffsetSeconds)),
    named('adapter', measured.adapter?.name ?? ''),
    number('watched', measured.durationMs / 1000, 'seconds'),
  ];
});

/** What our own cap cut off is a lower bound. */
function rate(
  label: 'upload' | 'download',
  measured: LinkReached['upload'],
  { warnBelow, failBelow }: LinkLimits['uploadMbps'],
): Fact | null {
  const fact = number(label, measured?.mbps, 'mbps', { warnBelow, failBelow });
  return fact && { ...fact, atLeast: measured?.limitedBy !== 'line' };
}

/** A limit may hold more than what is shown. */
function above({ warnAbove, failAbove }: LinkLimits['rttMs']): Pick<LinkLimits['rttMs'], 'warnAbove' | 'failAbove'> {
  return { warnAbove, failAbove };
}
