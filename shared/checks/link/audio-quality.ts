import { type HeardLine, mosOf, rFactor } from './e-model.ts';
import type { LinkReached, LinkUdp } from './measurement.ts';
import { MEETING_JITTER_BUFFER_MS, type MediaWay } from './media-measurement.ts';

/** An Opus packet of 20 ms and its look-ahead of 6.5 ms (RFC 6716, 2.1.4). Sound card and room are not the line's. */
const CODEC_MS = 26.5;
/** So many mean differences of delay lie between the fastest packet and all but the slowest few. */
const DEPTH_PER_JITTER = 4;

export interface AudioQuality {
  readonly r: number;
  /** 1 to 4.5. */
  readonly mos: number;
  /** What it would be if no more was lost than the interval of the loss leaves no doubt of, and late only what surely was. */
  readonly mosAtBest: number;
  /** What it would be if whatever was seen late had come late. */
  readonly mosAsSeen: number;
  /** Packets of which it is known whether they came in time; null where lateness was not counted. */
  readonly decided: number | null;
}

export interface AudioQualities {
  /** How the others hear this point. */
  readonly up: AudioQuality;
  /** How this point hears the others. */
  readonly down: AudioQuality;
}

/**
 * How a voice would sound over this line by the E-model: from the measured delay, loss and lateness of each direction.
 * The line between the point and the province only; what lies behind the province adds to it. Null where packets did not go
 * over UDP: TCP repeats what is lost, which the model does not know.
 */
export function audioQuality(measurement: LinkReached): AudioQualities | null {
  const { media, udp, rttMsP50 } = measurement;
  if (!udp || (measurement.transport !== undefined && measurement.transport !== 'udp')) return null;
  const delayMs = rttMsP50 / 2 + CODEC_MS;
  if (media) return { up: ofStream(media.up, delayMs), down: ofStream(media.down, delayMs) };
  const { jitterMs, jitterUpMs = jitterMs, jitterDownMs = jitterMs } = measurement;
  return {
    up: ofEchoes(udp, udp.lossUpPct, jitterUpMs, delayMs),
    down: ofEchoes(udp, udp.lossDownPct, jitterDownMs, delayMs),
  };
}

/**
 * A buffer of a fixed depth: what comes later than it waits is lost. When packets came that were seen too late because their
 * receiver was busy, is unknown: they are judged by the others, as if so many fewer had been sent.
 */
function ofStream(
  { lossPct, lossLowPct, latePct, burstRatio = 1, own, received }: MediaWay,
  delayMs: number,
): AudioQuality {
  const undecidedPct = Math.min(latePct, own?.latePct ?? 0);
  const decidedPct = 100 - undecidedPct;
  const surelyLatePct = latePct - undecidedPct;
  const missing = (lost: number, late: number) => lost + ((100 - lost) * late) / 100;
  const line = { oneWayMs: delayMs + MEETING_JITTER_BUFFER_MS, burstRatio };
  return {
    ...quality(line, {
      lossPct: missing(lossPct, decidedPct > 0 ? (100 * surelyLatePct) / decidedPct : 0),
      atBestPct: missing(lossLowPct, surelyLatePct),
      asSeenPct: missing(lossPct, latePct),
    }),
    decided: Math.round((received * decidedPct) / 100),
  };
}

/** Lateness was not counted: a buffer as deep as the jitter asks for. */
function ofEchoes(udp: LinkUdp, lossPct: number, jitterMs: number, delayMs: number): AudioQuality {
  const depthMs = Math.max(MEETING_JITTER_BUFFER_MS, DEPTH_PER_JITTER * jitterMs);
  // The interval is that of the round trip: this direction's share of it.
  const certain = udp.lossPct > 0 ? lossPct * Math.min(1, udp.lossLowPct / udp.lossPct) : 0;
  const line = { oneWayMs: delayMs + depthMs, burstRatio: 1 };
  return { ...quality(line, { lossPct, atBestPct: certain, asSeenPct: lossPct }), decided: null };
}

interface Missing {
  readonly lossPct: number;
  readonly atBestPct: number;
  readonly asSeenPct: number;
}

function quality(line: Omit<HeardLine, 'lossPct'>, { lossPct, atBestPct, asSeenPct }: Missing) {
  const r = rFactor({ ...line, lossPct });
  const mosWith = (missingPct: number) => mosOf(rFactor({ ...line, lossPct: missingPct }));
  return { r, mos: mosOf(r), mosAtBest: mosWith(atBestPct), mosAsSeen: mosWith(asSeenPct) };
}
