import type { LinkUdp } from '../../../shared/checks/link/measurement.ts';
import type { LinkMessage } from '../../../shared/protocol/link-wire.ts';
import { wilsonInterval } from './wilson.ts';

/** One echo, in the order sent; times in microseconds. */
export interface EchoSample {
  readonly sentUs: number;
  readonly reply: (Pick<LinkMessage, 'receivedUs' | 'repliedUs' | 'receivedCount'> & { readonly atUs: number }) | null;
}

type Answered = EchoSample & { readonly reply: NonNullable<EchoSample['reply']> };

export interface EchoTiming {
  readonly rttMsP50: number;
  readonly rttMsP95: number;
  readonly jitterMs: number;
  readonly clock: { readonly offsetMs: number; readonly errorMs: number };
}

/** This many unanswered echoes at the end, with answers before them, are a path that died and not loss. */
export const DEAD_TAIL = 50;

/** Cuts off a dead tail: what is left is the time the path lived. */
export function livingPart(samples: readonly EchoSample[]): {
  readonly living: readonly EchoSample[];
  readonly died: boolean;
} {
  const last = samples.findLastIndex(({ reply }) => reply !== null);
  const died = last >= 0 && samples.length - 1 - last >= DEAD_TAIL;
  return { living: died ? samples.slice(0, last + 1) : samples, died };
}

/** Null when nothing came back. The hub's own time between receiving and replying does not count. */
export function echoTiming(samples: readonly EchoSample[]): EchoTiming | null {
  const answered = answeredOf(samples);
  const rtts = answered.map(rttUs).sort((a, b) => a - b);
  const best = answered.reduce<Answered | null>((least, s) => (least && rttUs(least) <= rttUs(s) ? least : s), null);
  if (!best) return null;
  const up = answered.map(({ sentUs, reply }) => reply.receivedUs - sentUs);
  const down = answered.map(({ reply }) => reply.atUs - reply.repliedUs);
  const offsetUs = (best.reply.receivedUs - best.sentUs + best.reply.repliedUs - best.reply.atUs) / 2;
  return {
    rttMsP50: percentile(rtts, 0.5) / 1000,
    rttMsP95: percentile(rtts, 0.95) / 1000,
    jitterMs: Math.max(meanStep(up), meanStep(down)) / 1000,
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

function answeredOf(samples: readonly EchoSample[]): Answered[] {
  return samples.filter((sample): sample is Answered => sample.reply !== null);
}

function rttUs({ sentUs, reply }: Answered): number {
  return Math.max(0, reply.atUs - sentUs - (reply.repliedUs - reply.receivedUs));
}

function meanStep(values: readonly number[]): number {
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  return steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length;
}

/** Of sorted values, the nearest rank. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, Math.max(0, (100 * part) / whole)) : 0;
}
