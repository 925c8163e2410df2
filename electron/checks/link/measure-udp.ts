import type { LinkSample } from '../../../shared/checks/link/live.ts';
import type { SeenDelays } from '../../../shared/checks/link/own-delays.ts';
import { LINK_MOST_KBPS } from '../../../shared/protocol/link-caps.ts';
import type { LinkRates } from '../../../shared/protocol/link-session.ts';
import { type Capacity, measureCapacity } from './capacity.ts';
import { downRun } from './down-run.ts';
import { ECHO_IP_BYTES, type EchoRounds, runEchoRounds } from './echo-rounds.ts';
import { type EchoTiming, echoTiming, livingPart, oneWayDelays } from './echo-stats.ts';
import { percentile } from './fit.ts';
import type { RunLimits } from './flow-run.ts';
import { MEDIA_EVERY_MS, type MediaRun, runMedia } from './media.ts';
import { pause } from './pause.ts';
import type { LinkTarget } from './target.ts';
import type { UdpPath } from './udp-path.ts';
import { upRun } from './up-run.ts';

export interface UdpOptions {
  /** Of the meeting, each way. */
  readonly meetingMbps: number;
  /** Until when, by `performance.now()`, all must be over. */
  readonly untilMs: number;
  readonly onProgress: (fraction: number) => void;
  readonly onSample: (sample: Omit<LinkSample, 'atMs'>) => void;
  /** What the rest of the measuring needs of the hub's line, IP bits: others may have what is left. */
  readonly onNeed: (rates: LinkRates) => void;
}

/** All that was measured over UDP; what the path did not live for is null. */
export interface UdpFindings {
  readonly echoes: EchoRounds;
  readonly timing: EchoTiming;
  readonly died: boolean;
  readonly download: Capacity;
  readonly upload: Capacity | null;
  readonly media: MediaRun | null;
  /** The hub fell silent during the media-like run. */
  readonly mediaBroke: boolean;
  /** IP bytes, both ways; without the media-like run those that the hub sent and the line lost are missing. */
  readonly bytes: number;
}

/** All phases together, and what the hub grants a session each way with room for the other phases. */
const MOST_BYTES = 14_200_000;
const DOWN_MOST_BYTES = 9_000_000;
const UP_MOST_BYTES = 9_000_000;
const MOST_MBPS = LINK_MOST_KBPS / 1000;
const MEDIA_PACKETS = { most: 500, least: 100 };
/** A line hardly wider than the meeting would drown in it: what a call does then is send less. */
const MEDIA_SHARE_OF_LINE = 0.75;
const MEDIA_LEAST_MBPS = 0.16;
const DRAIN_MOST_MS = 400;
const CLOSING_MS = 200;
/** Both rates together, but on a slow line, where a few packets take a second. */
const BOTH_RATES_MS = 2_950;
const SLOW_MBPS = 2;
const UP_LEAST_MBPS = 30;
const UP_MOST_OF_DOWN = 3;

/** Runs all phases over a proved path. Null when no echo came back. What follows a broken direction is not tried. */
export async function measureUdp(
  path: UdpPath,
  target: LinkTarget,
  options: UdpOptions,
  signal: AbortSignal,
): Promise<UdpFindings | null> {
  const { onProgress, onSample } = options;
  const echoes = await runEchoRounds(path, target, signal, {
    progress: (fraction) => onProgress(0.25 * fraction),
    rtt: (rttMs) => onSample({ phase: 'echo', rttMs }),
  });
  const { living, died } = livingPart(echoes.samples);
  const timing = echoTiming(living);
  if (!timing) return null;
  const delays = oneWayDelays(living);
  let run = 0;
  const common = {
    rttMs: timing.rttMsP95,
    idleBytes: ECHO_IP_BYTES,
    untilMs: options.untilMs - CLOSING_MS,
  };

  const download = await measureCapacity(
    {
      ...common,
      ...idleOf(delays.down),
      start: (limits: RunLimits) => downRun(path, nextRun(), limits, timing.rttMsP95 + 80),
      mostMbps: Math.min(MOST_MBPS, target.mostMbps.down),
      mostBytes: DOWN_MOST_BYTES,
      onRate: (mbps) => onSample({ phase: 'download', mbps }),
    },
    signal,
  );
  const found = { echoes, timing, died, download };
  if (download.broke) return { ...found, upload: null, media: null, mediaBroke: false, bytes: bytesSoFar() };
  onProgress(0.5);
  const upMostMbps = likelyMost(download, target.mostMbps.up);
  options.onNeed({ down: meetingNeed(options), up: upMostMbps });
  await drain(download);

  const upload = await measureCapacity(
    {
      ...common,
      ...idleOf(delays.up),
      untilMs: Math.min(common.untilMs, performance.now() + leftForUpload(download)),
      start: (limits: RunLimits) => upRun(path, nextRun(), limits),
      mostMbps: Math.min(MOST_MBPS, upMostMbps),
      mostBytes: Math.min(UP_MOST_BYTES, MOST_BYTES - mediaBytes(options) - bytesSoFar()),
      onRate: (mbps) => onSample({ phase: 'upload', mbps }),
    },
    signal,
  );
  if (upload.broke) return { ...found, upload, media: null, mediaBroke: false, bytes: bytesSoFar() };
  onProgress(0.7);
  options.onNeed({ down: meetingNeed(options), up: meetingNeed(options) });
  await drain(upload);

  const media = await mediaOver(download, upload);
  if (media === 'silent') return { ...found, upload, media: null, mediaBroke: true, bytes: bytesSoFar() };
  const hubSent = Math.max(media?.hubSentBytes ?? 0, path.bytes().received);
  return { ...found, upload, media, mediaBroke: false, bytes: path.bytes().sent + hubSent };

  function bytesSoFar(): number {
    const { sent, received } = path.bytes();
    return sent + Math.max(received, echoes.bytes / 2 + download.bytes);
  }

  function nextRun(): number {
    run += 1;
    return run;
  }

  /** Null: there is no time for it. */
  async function mediaOver(down: Capacity, up: Capacity): Promise<MediaRun | 'silent' | null> {
    const narrow = Math.min(down.estimate?.mbps ?? 0, up.estimate?.mbps ?? 0);
    const mbps = Math.max(MEDIA_LEAST_MBPS, Math.min(options.meetingMbps, MEDIA_SHARE_OF_LINE * narrow));
    const leftMs = options.untilMs - performance.now() - 3 * common.rttMs - 350;
    const packets = Math.min(MEDIA_PACKETS.most, Math.floor(leftMs / MEDIA_EVERY_MS));
    if (packets < MEDIA_PACKETS.least || signal.aborted) return null;
    const runs = { up: nextRun(), down: nextRun() };
    const onRate = (rate: number) => onSample({ phase: 'media', mbps: rate });
    const media = await runMedia(path, { mbps, packets, rttMs: common.rttMs, runs, onRate }, signal);
    return media ?? (signal.aborted ? null : 'silent');
  }

  /** Until what the flow left in the queue is through. */
  async function drain({ queueMs }: Capacity): Promise<void> {
    await pause(Math.min(DRAIN_MOST_MS, 20 + common.rttMs / 2 + 1.5 * (queueMs ?? 0)), signal);
  }
}

function leftForUpload({ estimate, durationMs }: Capacity): number {
  const isSlow = estimate !== null && estimate.mbps < SLOW_MBPS;
  return isSlow ? Number.POSITIVE_INFINITY : BOTH_RATES_MS - durationMs;
}

function idleOf({ seen }: SeenDelays): { readonly idleUs: number; readonly spreadUs: number } {
  const delays = Array.from(seen);
  return { idleUs: Math.min(...delays), spreadUs: percentile(delays, 0.95) - percentile(delays, 0.05) };
}

/** Lines that carry far more up than down are rare; one that does is told to carry at least this much. */
function likelyMost({ estimate }: Capacity, setAsideMbps: number): number {
  if (estimate?.limitedBy !== 'line' || !Number.isFinite(setAsideMbps)) return setAsideMbps;
  return Math.min(setAsideMbps, Math.max(UP_LEAST_MBPS, UP_MOST_OF_DOWN * estimate.mbps));
}

/** With room for headers and for catching up. */
function meetingNeed({ meetingMbps }: UdpOptions): number {
  return 1.5 * meetingMbps + 1;
}

function mediaBytes({ meetingMbps }: UdpOptions): number {
  return (2 * MEDIA_PACKETS.most * MEDIA_EVERY_MS * meetingMbps * 1000) / 8;
}
