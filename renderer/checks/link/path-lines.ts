import type { LinkMeasurement, LinkReached } from '../../../shared/checks/link/measurement.ts';
import type { LinkMedia } from '../../../shared/checks/link/media-measurement.ts';
import { rounded } from '../../../shared/checks/rounded.ts';
import type { line } from '../../../shared/strings/vi/line.ts';
import type { Words } from '../../ui/words.tsx';

export interface PathLine {
  readonly label: keyof (typeof line)['path'];
  readonly text: string;
}

/** How the packets went, and what the measuring took. */
export function pathLines(measured: LinkMeasurement, t: Words['t']): readonly PathLine[] {
  if (!measured.reached) {
    const { step, adapter = null, proxy = null, queue } = measured;
    return given([{ label: 'step', text: t(`line.step.${step}`) }, ...around({ adapter, proxy, queue }, t)]);
  }
  return given(reachedLines(measured, t));
}

function given(lines: readonly (PathLine | null)[]): readonly PathLine[] {
  return lines.filter((one) => one !== null);
}

function reachedLines(measured: LinkReached, t: Words['t']): readonly (PathLine | null)[] {
  const { media, clock, bytesUsed, transport, udp } = measured;
  return [
    { label: 'transport', text: t(`line.transport.${transport ?? (udp ? 'udp' : 'tcp')}`) },
    three('rtt', measured.rttMsP5, measured.rttMsP50, measured.rttMsP95, t),
    three('way', measured.nameMs, measured.tcpConnectMs, measured.tlsMs, t),
    { label: 'clock', text: t('line.path.offset', { offset: whole(clock.offsetMs), error: whole(clock.errorMs) }) },
    ...around(measured, t),
    media ? { label: 'media', text: streamText(media, t) } : null,
    { label: 'used', text: t('line.path.megabytes', { value: rounded(bytesUsed / 1e6) }) },
  ];
}

type Around = Pick<LinkReached, 'adapter' | 'proxy' | 'queue'>;

/** What is known of this end, also where the hub was not reached. */
function around({ adapter, proxy, queue }: Around, t: Words['t']): readonly (PathLine | null)[] {
  const { speedMbps = null, signalPct = null } = adapter ?? {};
  return [
    speedMbps === null ? null : { label: 'speed', text: t('line.path.mbps', { value: whole(speedMbps) }) },
    signalPct === null ? null : { label: 'signal', text: t('line.path.pct', { value: whole(signalPct) }) },
    proxy ? { label: 'proxy', text: proxy } : null,
    queue && queue.waitedMs > 0 ? { label: 'queue', text: queueText(queue, t) } : null,
  ];
}

function queueText({ waitedMs, placeAtStart }: NonNullable<LinkReached['queue']>, t: Words['t']): string {
  return t('line.path.waited', { seconds: whole(waitedMs / 1000), place: placeAtStart });
}

function streamText({ bitrateMbps, durationMs }: LinkMedia, t: Words['t']): string {
  return t('line.path.stream', { mbps: rounded(bitrateMbps), seconds: rounded(durationMs / 1000) });
}

/** Null for a measurement of before these were kept. */
function three(
  label: PathLine['label'],
  a: number | undefined,
  b: number,
  c: number | undefined,
  t: Words['t'],
): PathLine | null {
  if (a === undefined || c === undefined) return null;
  return { label, text: t('line.path.three', { a: rounded(a), b: rounded(b), c: rounded(c) }) };
}

function whole(value: number): number {
  return rounded(value, 0);
}
