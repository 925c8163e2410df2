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
import { openUdpPath } from './udp-path.ts';

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
    return await findingsOf(found, target, signal);
  } finally {
    await path.close();
  }
}

async function findingsOf(found: UdpFindings, target: LinkTarget, signal: AbortSignal): Promise<LineFindings> {
  const { timing, download, upload, media } = found;
  const rest = await whatTcpTells(found, target, signal);
  return {
    transport: 'udp',
    udp: udpLoss(found),
    ...timing,
    rttMsP50: withoutSending(timing.rttMsP50, download, upload),
    ...(media && rfcJitter(media)),
    loadedRttMs: { download: loaded(timing.rttMsP50, download), upload: loaded(timing.rttMsP50, upload) },
    media: media && linkMedia(media),
    download: throughputOf(download),
    upload: throughputOf(upload),
    interruptedDuring: null,
    ...rest,
    bytesUsed: found.bytes + (rest.bytesUsed ?? 0),
  };
}

/**
 * Where UDP fell silent on the way: when TCP goes on, something drops UDP, and for a meeting that is as good as blocked; when
 * TCP is silent too, the path is dead, and what was measured before stands.
 */
async function whatTcpTells(
  found: UdpFindings,
  target: LinkTarget,
  signal: AbortSignal,
): Promise<Partial<LineFindings>> {
  const { download, upload, mediaBroke, died } = found;
  const silentIn = download.broke ? 'download' : upload?.broke ? 'upload' : mediaBroke ? 'media' : null;
  if (!silentIn) return {};
  const overAgain = signal.aborted ? null : await measureOverTcp(target, signal, () => {});
  if (!overAgain) return { interruptedDuring: silentIn === 'download' && died ? 'echo' : silentIn };
  return overAgain;
}

function throughputOf(capacity: Capacity | null): LinkThroughput | null {
  const { estimate, bytes, durationMs } = capacity ?? {};
  if (!estimate || bytes === undefined || durationMs === undefined) return null;
  const { mbps, limitedBy, stable } = estimate;
  const goodput = (mbps * LINK_MAX_BYTES) / (LINK_MAX_BYTES + IP_UDP_BYTES);
  return { mbps: goodput, ipMbps: mbps, limitedBy, method: 'udp', stable, bytes, durationMs };
}

function loaded(rttMs: number, capacity: Capacity | null): number | null {
  return capacity?.queueMs === null || !capacity ? null : rttMs + capacity.queueMs;
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
