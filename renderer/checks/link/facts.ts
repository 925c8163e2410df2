import type { LinkLimits } from '../../../shared/checks/link/limits.ts';
import { type LinkReached, linkMeasurement } from '../../../shared/checks/link/measurement.ts';
import { type Fact, factsBy, named, number } from '../fact.ts';

/** What was measured of the line to the province, with the limits it was judged by: of two directions the worse. */
export const linkFacts = factsBy(linkMeasurement, (measured, limits: LinkLimits) => {
  if (!measured.reached) return [named('host', measured.host), named('error', measured.cause)];
  const { media, udp, clock } = measured;
  const lossPct = Math.max(udp?.lossPct ?? 0, media?.up.lossPct ?? 0, media?.down.lossPct ?? 0);
  return [
    rate('upload', measured.upload, limits.uploadMbps),
    rate('download', measured.download, limits.downloadMbps),
    number('rtt', measured.rttMsP50, 'ms', above(limits.rttMs)),
    number('jitter', worstJitter(measured), 'ms', above(limits.jitterMs)),
    number('loss', udp || media ? lossPct : null, 'percent', above(limits.lossPct)),
    number('clock', Math.abs(clock.offsetMs) / 1000, 'seconds', above(limits.clockOffsetSeconds)),
    named('adapter', measured.adapter?.name ?? ''),
    number('watched', measured.durationMs / 1000, 'seconds'),
  ];
});

function worstJitter({ jitterMs, jitterUpMs = 0, jitterDownMs = 0, media }: LinkReached): number {
  return Math.max(jitterMs, jitterUpMs, jitterDownMs, media?.up.jitterMs ?? 0, media?.down.jitterMs ?? 0);
}

/** What our own cap or this machine cut off is a lower bound. */
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
