import { MEETING_JITTER_BUFFER_MS, type OwnDelays } from './media-measurement.ts';

/** One-way delays (µs) of packets in the order sent, NaN where lost: as they were seen, and what they were at the least. */
export interface SeenDelays {
  readonly seen: ArrayLike<number>;
  /** Less than seen where the receiver looked late: the packet may have lain there since it had looked before. */
  readonly least: ArrayLike<number>;
}

/** What of the delays may be their receiver's doing: jitter beyond the certain one, and packets seen late that may have come in time. */
export function ownDelays(delays: SeenDelays): OwnDelays {
  const spans = spansOf(delays);
  const lateFromUs = lateFrom(spans.map(({ seen }) => seen));
  const undecided = spans.filter(({ least, seen }) => seen > lateFromUs && least <= lateFromUs).length;
  const seenJitter = certainJitter({ seen: delays.seen, least: delays.seen });
  return {
    jitterMs: Math.max(0, seenJitter - certainJitter(delays)) / 1000,
    latePct: (100 * undecided) / Math.max(1, spans.length),
  };
}

/** A packet slower than this is no use to a meeting; in the unit of the delays, µs. */
export function lateFrom(delays: readonly number[]): number {
  const sorted = [...delays].sort((a, b) => a - b);
  return (sorted[Math.max(0, Math.ceil(sorted.length / 2) - 1)] ?? 0) + 1000 * MEETING_JITTER_BUFFER_MS;
}

/**
 * Mean difference of successive delays (µs) that the packets had whenever they came: each delay is taken to have moved only as
 * far as it must have. That of the delays as seen where the receiver was always awake.
 */
export function certainJitter(delays: SeenDelays): number {
  const spans = spansOf(delays);
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  let moved = 0;
  for (const { least, seen } of spans) {
    const step = Math.max(0, least - to, from - seen);
    moved += step;
    if (step === 0) [from, to] = [Math.max(from, least), Math.min(to, seen)];
    else from = to = least > to ? least : seen;
  }
  return moved / Math.max(1, spans.length - 1);
}

function spansOf({ seen, least }: SeenDelays): { readonly seen: number; readonly least: number }[] {
  return Array.from(seen, (delay, n) => ({ seen: delay, least: least[n] ?? delay })).filter(
    (span) => !Number.isNaN(span.seen),
  );
}
