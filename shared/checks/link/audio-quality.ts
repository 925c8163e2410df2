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
  /** What it would be if no more was lost than the interval of the loss leaves no doubt of, nor late than its receiver was not. */
  readonly mosAtBest: number;
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

/** A buffer of a fixed depth: what comes later than it waits is lost. */
function ofStream({ lossPct, lossLowPct, latePct, burstRatio = 1, own }: MediaWay, delayMs: number): AudioQuality {
  const missing = (lost: number, late: number) => lost + ((100 - lost) * late) / 100;
  const certainlyLate = Math.max(0, latePct - (own?.latePct ?? 0));
  return quality(
    { oneWayMs: delayMs + MEETING_JITTER_BUFFER_MS, burstRatio },
    missing(lossPct, latePct),
    missing(lossLowPct, certainlyLate),
  );
}

/** Lateness was not counted: a buffer as deep as the jitter asks for. */
function ofEchoes(udp: LinkUdp, lossPct: number, jitterMs: number, delayMs: number): AudioQuality {
  const depthMs = Math.max(MEETING_JITTER_BUFFER_MS, DEPTH_PER_JITTER * jitterMs);
  // The interval is that of the round trip: this direction's share of it.
  const certain = udp.lossPct > 0 ? lossPct * Math.min(1, udp.lossLowPct / udp.lossPct) : 0;
  return quality({ oneWayMs: delayMs + depthMs, burstRatio: 1 }, lossPct, certain);
}

function quality(line: Omit<HeardLine, 'lossPct'>, lossPct: number, lossAtBestPct: number): AudioQuality {
  const r = rFactor({ ...line, lossPct });
  return { r, mos: mosOf(r), mosAtBest: mosOf(rFactor({ ...line, lossPct: lossAtBestPct })) };
}
