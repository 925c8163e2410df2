import type { LinkThroughput } from '../../../shared/checks/link/measurement.ts';

/** So many bytes had arrived at that time, by the receiver's clock. */
export interface RateSample {
  readonly atUs: number;
  readonly bytes: number;
}

/** The start of a transfer is slow start and a burst into empty buffers: it does not count. */
const WARM_UP_SHARE = 0.3;
/** Shorter than this says little about the line. */
const LEAST_SPAN_US = 300_000;
/** The last third so much faster than the first one: it was still speeding up when we stopped. */
const STILL_RISING = 1.5;

/** The rate a transfer settled at, from samples in time order; null when they span no time. */
export function estimateRate(samples: readonly RateSample[]): LinkThroughput | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.atUs <= first.atUs || last.bytes <= first.bytes) return null;
  const spanUs = last.atUs - first.atUs;
  const warm = first.atUs + WARM_UP_SHARE * spanUs;
  const third = (last.atUs - warm) / 3;
  const opening = rateBetween(samples, warm, warm + third);
  const closing = rateBetween(samples, last.atUs - third, last.atUs);
  const settled = spanUs >= LEAST_SPAN_US && closing < STILL_RISING * opening;
  return {
    mbps: rateBetween(samples, warm, last.atUs),
    limitedBy: settled ? 'line' : 'cap',
    bytes: last.bytes - first.bytes,
    durationMs: spanUs / 1000,
  };
}

/** Mbps: bits per microsecond. */
function rateBetween(samples: readonly RateSample[], fromUs: number, toUs: number): number {
  return ((bytesAt(samples, toUs) - bytesAt(samples, fromUs)) * 8) / (toUs - fromUs);
}

function bytesAt(samples: readonly RateSample[], atUs: number): number {
  const after = samples.findIndex((sample) => sample.atUs >= atUs);
  const next = samples[after] ?? samples.at(-1);
  const previous = samples[after - 1] ?? next;
  if (!next || !previous || next.atUs === previous.atUs) return next?.bytes ?? 0;
  const share = (atUs - previous.atUs) / (next.atUs - previous.atUs);
  return previous.bytes + Math.min(1, share) * (next.bytes - previous.bytes);
}
