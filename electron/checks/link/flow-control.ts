import type { ArrivalSample } from '../../../shared/protocol/link-arrivals.ts';
import { busyPart, largestGapUs, lastPart, type SteadyPart, spanUs, steadyPart } from './busy-period.ts';
import { fedStretches } from './fed-stretches.ts';
import { commonRate, fittedRate } from './fit.ts';
import { deliveredShare, sentRate } from './sent-rate.ts';

/** What is known before the flow begins. Rates are of IP bits, in Mbps; delays as in the samples. */
export interface FlowConditions {
  /** From the trains. */
  readonly coarseMbps: number;
  readonly mostMbps: number;
  /** Less delay than this: the packet found no queue. */
  readonly idleBelowUs: number;
  /** How deep the opening burst makes the queue. */
  readonly queueMs: number;
  /** IP bytes of a packet of the flow. */
  readonly packetBytes: number;
}

export interface FlowProgress {
  readonly elapsedMs: number;
  /** No more time or data for this direction. */
  readonly capped: boolean;
}

/** `line`: it was full; `cap` and `processor`: it was not, and carries at least this much. */
export interface FlowEstimate {
  readonly mbps: number;
  readonly limitedBy: 'line' | 'cap' | 'processor';
  /** With `processor`: whose. */
  readonly busyEnd?: 'sender' | 'receiver';
  readonly stable: boolean;
  /** Typical delay while the line was full, as in the samples; null when it was not. */
  readonly delayUs: number | null;
}

export type FlowDecision =
  | { readonly kind: 'wait' }
  | { readonly kind: 'pace'; readonly mbps: number; readonly queueMs: number; readonly even: boolean }
  | { readonly kind: 'done'; readonly estimate: FlowEstimate | null };

/** A little more than the line carries: it stays full, and the queue grows slowly. */
export const OVER = 1.12;
const FASTER = 1.6;
/** Sent so much faster than it arrives, the queue would grow too fast. */
const FAR_TOO_FAST = 1.25;
const SETTLE_US = 50_000;
const LOSING_SETTLE_US = 60_000;
/** Less than this arrived though no queue was seen: either the loss is the line's, or it has no buffer. */
const LOSING = 0.93;
/** Two paces this far apart that brought the same rate: that rate is the line's. */
const PACES_APART = 1.25;
const SAME_RATE = 0.05;
const SENDER_KEPT_UP = 0.85;
/** Of a line without a buffer, the least share of the time that it must have been fed without a pause. */
const LEAST_FED = 0.4;

const WAIT: FlowDecision = { kind: 'wait' };

/** Decides, from what has arrived, how to go on with a flow that is to fill the line. Told all samples of the run each time. */
export function controlFlow(conditions: FlowConditions): {
  readonly first: FlowDecision & { kind: 'pace' };
  readonly next: (samples: readonly ArrivalSample[], progress: FlowProgress) => FlowDecision;
} {
  const { mostMbps, idleBelowUs, queueMs, packetBytes } = conditions;
  const first = { kind: 'pace', mbps: Math.min(mostMbps, OVER * conditions.coarseMbps), queueMs, even: false } as const;
  let asked: { readonly mbps: number; readonly even: boolean } = first;
  let step = 1;
  let losing: { readonly sent: number; readonly arrived: number } | null = null;
  let bufferless = false;

  return { first, next };

  function next(samples: readonly ArrivalSample[], progress: FlowProgress): FlowDecision {
    const inStep = samples.filter((sample) => sample.step === step);
    const busy = busyPart(samples, idleBelowUs);
    const steady = steadyPart(busy);
    if (steady) return done(lineEstimate(steady, true));
    const unbuffered = bufferless ? steadyPart(inStep) : null;
    if (unbuffered) return done(withoutBuffer(unbuffered, inStep));
    if (progress.capped) return done(atCap(samples, inStep, busy));
    const settleUs = Math.max(SETTLE_US, 6 * largestGapUs(inStep));
    if (inStep.length < 3 || spanUs(inStep) < settleUs) return WAIT;
    const busyInStep = busyPart(inStep, idleBelowUs);
    if (spanUs(busyInStep) >= settleUs) return whileBusy(busyInStep);
    const idleAt = inStep.findLast(({ delayUs }) => delayUs < idleBelowUs)?.atUs ?? 0;
    return idleAt - (inStep[0]?.atUs ?? 0) >= settleUs ? whileIdle(laterHalf(inStep)) : WAIT;
  }

  function whileBusy(busy: readonly ArrivalSample[]): FlowDecision {
    const arriving = fittedRate(busy);
    if (!arriving || asked.mbps < FAR_TOO_FAST * arriving) return WAIT;
    return pace(OVER * arriving, 0, asked.even);
  }

  function whileIdle(inStep: readonly ArrivalSample[]): FlowDecision {
    const arrived = fittedRate(inStep);
    const sent = sentRate(inStep, packetBytes);
    if (!arrived || !sent) return WAIT;
    if (deliveredShare(inStep) < LOSING) return whileLosing(inStep, arrived, sent);
    losing = null;
    if (sent < SENDER_KEPT_UP * asked.mbps) return done(lowerBound(arrived, 'processor'));
    if (asked.mbps >= 0.99 * mostMbps) return done(lowerBound(arrived, 'cap'));
    return pace(FASTER * asked.mbps, queueMs, asked.even);
  }

  /** A policer drops what is too much instead of queueing it: then more sent does not make more arrive. */
  function whileLosing(inStep: readonly ArrivalSample[], arrived: number, sent: number): FlowDecision {
    const wayTooFast = sent > 2 * arrived;
    if (bufferless || (!wayTooFast && spanUs(inStep) < LOSING_SETTLE_US)) return WAIT;
    const before = losing;
    losing = { sent, arrived };
    if (before) {
      const apart = Math.max(sent / before.sent, before.sent / sent) >= PACES_APART;
      bufferless = apart && Math.abs(arrived / before.arrived - 1) <= SAME_RATE;
      if (bufferless) return WAIT;
    }
    return pace(wayTooFast ? FAR_TOO_FAST * arrived : FASTER * sent, 0, true);
  }

  function pace(mbps: number, queue: number, even: boolean): FlowDecision {
    asked = { mbps: Math.min(mbps, mostMbps), even };
    step += 1;
    return { kind: 'pace', mbps: asked.mbps, queueMs: queue, even };
  }

  /** Each time the sender stands still, a line without a buffer does too: what arrived then is what this machine could. */
  function withoutBuffer(part: SteadyPart, inStep: readonly ArrivalSample[]): FlowEstimate {
    const fromUs = (inStep.at(-1)?.atUs ?? 0) - part.durationUs;
    const stretches = fedStretches(
      inStep.filter(({ atUs }) => atUs >= fromUs),
      { packetUs: (8 * packetBytes) / asked.mbps, over: asked.mbps / part.mbps },
    );
    const fedUs = stretches.reduce((sum, stretch) => sum + spanUs(stretch), 0);
    const mbps = commonRate(stretches);
    const known = mbps !== null && fedUs >= LEAST_FED * part.durationUs;
    return known ? lineEstimate({ ...part, mbps }, true) : lowerBound(part.mbps, 'processor');
  }

  function atCap(
    samples: readonly ArrivalSample[],
    inStep: readonly ArrivalSample[],
    busy: readonly ArrivalSample[],
  ): FlowEstimate | null {
    const full = lastPart(busy);
    // The cap may come before anything of the last step did: what arrived until then it carries in any case.
    const bound =
      full?.mbps ?? surelyCarried(laterHalf(inStep)) ?? surelyCarried(busy) ?? surelyCarried(laterHalf(samples));
    if (!bound) return null;
    const sent = sentRate(laterHalf(inStep), packetBytes);
    if (sent && sent < SENDER_KEPT_UP * asked.mbps) return lowerBound(bound, 'processor');
    return full ? lineEstimate(full, full.stable) : lowerBound(bound, 'cap');
  }
}

/** A rate that is a bound and no guess: where packets clump, what came may belong to a time longer by the largest gap. */
function surelyCarried(samples: readonly ArrivalSample[]): number | null {
  const arrived = fittedRate(samples);
  const span = spanUs(samples);
  return arrived && (arrived * span) / (span + largestGapUs(samples));
}

/** Without the opening burst. */
function laterHalf(samples: readonly ArrivalSample[]): readonly ArrivalSample[] {
  const fromUs = (samples[0]?.atUs ?? 0) + spanUs(samples) / 2;
  return samples.filter(({ atUs }) => atUs >= fromUs);
}

function done(estimate: FlowEstimate | null): FlowDecision {
  return { kind: 'done', estimate };
}

function lineEstimate({ mbps, delayUs }: SteadyPart, stable: boolean): FlowEstimate {
  return { mbps, limitedBy: 'line', stable, delayUs };
}

function lowerBound(mbps: number, limitedBy: 'cap' | 'processor'): FlowEstimate {
  const bound = { mbps, limitedBy, stable: true, delayUs: null };
  // Who did not send as fast as it was asked to was held up itself.
  return limitedBy === 'processor' ? { ...bound, busyEnd: 'sender' } : bound;
}
