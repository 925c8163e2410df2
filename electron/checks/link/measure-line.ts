import type { LinkThroughput, LinkUdp } from '../../../shared/checks/link/measurement.ts';
import type { LinkMedia } from '../../../shared/checks/link/media-measurement.ts';
import { IP_UDP_BYTES } from '../../../shared/protocol/link-pace.ts';
import { LINK_MAX_BYTES } from '../../../shared/protocol/link-wire.ts';
import type { Capacity } from './capacity.ts';
import { ECHO_IP_BYTES } from './echo-rounds.ts';
import { type EchoSample, echoLoss, livingPart } from './echo-stats.ts';
import type { LineFindings } from './line-findings.ts';
import { measureOverTcp } from './measure-tcp.ts';
import { measureUdp, type UdpFindings, type UdpOptions } from './measure-udp.ts';
import type { MediaRun } from './media.ts';
import { mediaWay, smoothedJitter } from './media-stats.ts';
import type { LinkTarget } from './target.ts';
import { openUdpPath, type UdpPath } from './udp-path.ts';

/**
 * Measures the line to the responder over UDP; over TCP where UDP is blocked, and those directions over TCP in which UDP fell
 * silent on the way. Null when the responder answers by neither. All sockets are closed when it resolves.
 */
export async function measureLine(
  target: LinkTarget,
  options: UdpOptions,
  signal: AbortSignal,
): Promise<LineFindings | null> {
  const path = await openUdpPath(target, signal);
  if (!path) return measureOverTcp(target, signal, options.onProgress);
  try {
    const found = await measureUdp(path, target, options, signal);
    if (!found) return await measureOverTcp(target, signal, options.onProgress);
    return await findingsOf(found, path, target, signal);
  } finally {
    await path.close();
  }
}

async function findingsOf(
  found: UdpFindings,
  path: UdpPath,
  target: LinkTarget,
  signal: AbortSignal,
): Promise<LineFindings> {
  const { timing, download, upload, media } = found;
  const rest = await whatTcpTells(found, path, target, signal);
  return {
    transport: 'udp',
    udp: udpLoss(found),
    ...timing,
    rttMsP50: withoutSending(timing.rttMsP50, download, upload),
    ...(media && rfcJitter(media)),
    loadedRttMs: { download: loaded(timing.rttMsP50, download), upload: loaded(timing.rttMsP50, upload) },
    media: media && linkMedia(media),
    download: throughputOf('download', download),
    upload: throughputOf('upload', upload),
    interruptedDuring: null,
    ...rest,
    bytesUsed: found.bytes + (rest.bytesUsed ?? 0),
  };
}

/** A hub that stood still, or a line that was gone for a moment, is back by then, if it is back in time at all. */
const BACK_WITHIN_MS = { atOnce: 800, atLast: 300 };

/**
 * Where UDP fell silent on the way: when TCP goes on while UDP does not come back, something drops UDP, and for a meeting that is
 * as good as blocked; when TCP is silent too, the path is dead, and what was measured before stands.
 */
async function whatTcpTells(
  found: UdpFindings,
  path: UdpPath,
  target: LinkTarget,
  signal: AbortSignal,
): Promise<Partial<LineFindings>> {
  const { download, upload, mediaBroke, died } = found;
  const silentIn = download.broke ? 'download' : upload?.broke ? 'upload' : mediaBroke ? 'media' : null;
  if (!silentIn) return {};
  const interrupted = { interruptedDuring: silentIn === 'download' && died ? 'echo' : silentIn } as const;
  if (await path.answers(BACK_WITHIN_MS.atOnce, signal)) return interrupted;
  const overTcp = signal.aborted ? null : await measureOverTcp(target, signal, () => {});
  const back = overTcp !== null && (await path.answers(BACK_WITHIN_MS.atLast, signal));
  return back ? interrupted : (overTcp ?? interrupted);
}

/** Which end sends, by direction. */
const SENDER = { upload: 'point', download: 'hub' } as const;
const RECEIVER = { upload: 'hub', download: 'point' } as const;

function throughputOf(direction: keyof typeof SENDER, capacity: Capacity | null): LinkThroughput | null {
  const { estimate, bytes, durationMs } = capacity ?? {};
  if (!estimate || bytes === undefined || durationMs === undefined) return null;
  const { mbps, limitedBy, stable, busyEnd } = estimate;
  const goodput = (mbps * LINK_MAX_BYTES) / (LINK_MAX_BYTES + IP_UDP_BYTES);
  const busy = busyEnd && { busy: (busyEnd === 'sender' ? SENDER : RECEIVER)[direction] };
  return { mbps: goodput, ipMbps: mbps, limitedBy, ...busy, method: 'udp', stable, bytes, durationMs };
}

/** A queue in front of a busy machine is none of the line's. */
function loaded(rttMs: number, capacity: Capacity | null): number | null {
  if (!capacity || capacity.queueMs === null || capacity.estimate?.limitedBy === 'processor') return null;
  return rttMs + capacity.queueMs;
}

/** On a narrow line, to send even a small packet takes milliseconds: that is its rate, and told as such. */
function withoutSending(rttMs: number, download: Capacity, upload: Capacity | null): number {
  const sending = [download, upload].map((way) =>
    way?.estimate ? (8 * ECHO_IP_BYTES) / (1000 * way.estimate.mbps) : 0,
  );
  return Math.max(0, rttMs - sending.reduce((sum, ms) => sum + ms, 0));
}

/** Loss of the round trip. The media-like run has many more packets than the echoes, so it tells where there was one. */
function udpLoss({ echoes, download, media }: UdpFindings): LinkUdp | null {
  if (!media) return echoLoss(download.estimate ? livingPart(echoes.samples).living : upToLastReply(echoes.samples));
  const { up, down } = mediaWays(media);
  const roundTrip = (there: number, back: number) => 100 * (1 - (1 - there / 100) * (1 - back / 100));
  const lossPct = roundTrip(up.lossPct, down.lossPct);
  return {
    sent: up.sent,
    received: Math.round(up.sent * (1 - lossPct / 100)),
    lossPct,
    lossUpPct: up.lossPct,
    lossDownPct: down.lossPct,
    lossLowPct: roundTrip(up.lossLowPct, down.lossLowPct),
    lossHighPct: roundTrip(up.lossHighPct, down.lossHighPct),
  };
}

/** Where nothing came through afterwards, the last echoes without a reply are the path that died, however few. */
function upToLastReply(samples: readonly EchoSample[]): readonly EchoSample[] {
  return samples.slice(0, samples.findLastIndex(({ reply }) => reply !== null) + 1);
}

function linkMedia(run: MediaRun): LinkMedia {
  const { mbps, packetBytes, durationMs } = run;
  return { bitrateMbps: mbps, packetBytes, durationMs, ...mediaWays(run) };
}

function mediaWays({ up, down, own }: MediaRun): Pick<LinkMedia, 'up' | 'down'> {
  const both = [up, down];
  return { up: { ...mediaWay(up, both), own: own.up }, down: { ...mediaWay(down, both), own: own.down } };
}

function rfcJitter({ up, down }: MediaRun) {
  const jitterMs = (delays: Float64Array) => smoothedJitter([...delays].filter((delay) => !Number.isNaN(delay))) / 1000;
  return { jitterRfcUpMs: jitterMs(up), jitterRfcDownMs: jitterMs(down) };
}
