import type { LinkUdp } from '../../../shared/checks/link/measurement.ts';
import { certainJitter, type SeenDelays } from '../../../shared/checks/link/own-delays.ts';
import type { LinkMessage } from '../../../shared/protocol/link-wire.ts';
import { percentile } from './fit.ts';
import { wilsonInterval } from './wilson.ts';

/** One echo, in the order sent; times in microseconds. */
export interface EchoSample {
  readonly sentUs: number;
  readonly reply: EchoReply | null;
}

export interface EchoReply extends Pick<LinkMessage, 'receivedUs' | 'repliedUs' | 'receivedCount'> {
  readonly atUs: number;
  /** How long it may have lain at its receiver until it was seen: the echo at the hub, the reply here. */
  readonly unseenUs: { readonly up: number; readonly down: number };
}

type Answered = EchoSample & { readonly reply: NonNullable<EchoSample['reply']> };

export interface EchoTiming {
  readonly rttMsP5: number;
  readonly rttMsP50: number;
  readonly rttMsP95: number;
  /** The worse direction. */
  readonly jitterMs: number;
  readonly jitterUpMs: number;
  readonly jitterDownMs: number;
  readonly clock: { readonly offsetMs: number; readonly errorMs: number };
}

/** This many unanswered echoes at the end, with answers before them, are a path that died and not loss. */
export const DEAD_TAIL = 12;

/** Cuts off a dead tail: what is left is the time the path lived. */
export function livingPart(samples: readonly EchoSample[]): {
  readonly living: readonly EchoSample[];
  readonly died: boolean;
} {
  const last = samples.findLastIndex(({ reply }) => reply !== null);
  const died = last >= 0 && samples.length - 1 - last >= DEAD_TAIL;
  return { living: died ? samples.slice(0, last + 1) : samples, died };
}

/** So many echoes of which it is known when they came tell the times of the line without the others. */
export const ENOUGH_IN_TIME = 10;

/**
 * Null when nothing came back. The hub's own time between receiving and replying does not count, nor, where there are enough
 * others, an echo for which either end came too late to see when it came.
 */
export function echoTiming(samples: readonly EchoSample[]): EchoTiming | null {
  const inTime = seenInTime(samples);
  const answered = inTime.length >= ENOUGH_IN_TIME ? inTime : answeredOf(samples);
  const rtts = answered.map(rttUs);
  const best = answered.reduce<Answered | null>((least, s) => (least && rttUs(least) <= rttUs(s) ? least : s), null);
  if (!best) return null;
  const { up, down } = oneWayDelays(answered);
  const jitterUs = { up: certainJitter(up), down: certainJitter(down) };
  const offsetUs = (best.reply.receivedUs - best.sentUs + best.reply.repliedUs - best.reply.atUs) / 2;
  return {
    rttMsP5: percentile(rtts, 0.05) / 1000,
    rttMsP50: typicalRoundTrip(up.seen, down.seen) / 1000,
    rttMsP95: percentile(rtts, 0.95) / 1000,
    jitterMs: Math.max(jitterUs.up, jitterUs.down) / 1000,
    jitterUpMs: jitterUs.up / 1000,
    jitterDownMs: jitterUs.down / 1000,
    // Half the round trip, should it all have been on one leg; and the millisecond both machines' clocks are read to.
    clock: { offsetMs: offsetUs / 1000, errorMs: rttUs(best) / 2000 + 1 },
  };
}

/** Loss of the round trip, and of each direction by the hub's own count at its last reply. Null when nothing came back. */
export function echoLoss(samples: readonly EchoSample[]): LinkUdp | null {
  const answered = answeredOf(samples);
  const last = samples.findLastIndex(({ reply }) => reply !== null);
  if (last < 0) return null;
  const sent = samples.length;
  const lost = sent - answered.length;
  const atHub = Math.max(...answered.map(({ reply }) => reply.receivedCount));
  const [low, high] = wilsonInterval(lost, sent);
  return {
    sent,
    received: answered.length,
    lossPct: (100 * lost) / sent,
    lossUpPct: share(last + 1 - atHub, last + 1),
    lossDownPct: share(atHub - answered.length, atHub),
    lossLowPct: 100 * low,
    lossHighPct: 100 * high,
  };
}

/** The answered echoes that both ends saw as they came. */
export function seenInTime(samples: readonly EchoSample[]): readonly Answered[] {
  return answeredOf(samples).filter(({ reply: { unseenUs } }) => unseenUs.up === 0 && unseenUs.down === 0);
}

/** Delays of the answered echoes: up by the hub's clock minus this one, down the other way round. */
export function oneWayDelays(samples: readonly EchoSample[]): { readonly up: SeenDelays; readonly down: SeenDelays } {
  const answered = answeredOf(samples);
  const up = answered.map(({ sentUs, reply }) => reply.receivedUs - sentUs);
  const down = answered.map(({ reply }) => reply.atUs - reply.repliedUs);
  const least = (seen: number[], way: 'up' | 'down') =>
    seen.map((delay, n) => delay - (answered[n]?.reply.unseenUs[way] ?? 0));
  return { up: { seen: up, least: least(up, 'up') }, down: { seen: down, least: least(down, 'down') } };
}

/** The middle of all the ways up together with all the ways down: much surer than that of the few pairs that were seen. */
function typicalRoundTrip(up: ArrayLike<number>, down: ArrayLike<number>): number {
  return Math.max(
    0,
    percentile(
      Array.from(up).flatMap((there) => Array.from(down, (back) => there + back)),
      0.5,
    ),
  );
}

function answeredOf(samples: readonly EchoSample[]): Answered[] {
  return samples.filter((sample): sample is Answered => sample.reply !== null);
}

function rttUs({ sentUs, reply }: Answered): number {
  return Math.max(0, reply.atUs - sentUs - (reply.repliedUs - reply.receivedUs));
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, Math.max(0, (100 * part) / whole)) : 0;
}
