import type { ArrivalSample } from '../../../shared/protocol/link-arrivals.ts';
import { fittedRate, percentile, ratesOfThirds, spreadOf } from './fit.ts';

/** A stretch of time in which packets arrived at one rate. */
export interface SteadyPart {
  /** IP bits. */
  readonly mbps: number;
  readonly durationUs: number;
  /** Median of the samples' delays, as they are in the samples. */
  readonly delayUs: number;
}

/** Thirds no further apart than this are one rate. */
const AGREE_WITHIN = 0.05;
const LEAST_US = 200_000;
/** So many of the largest gaps between arrivals. */
const GAPS = 25;
/** A gap of one stall must not ask for more time than there is. */
const MOST_US = 750_000;
/** Where the rate changed on the way, its later part is looked for from these shares of the time on. */
const LATER_STARTS = [0, 0.15, 0.3, 0.45, 0.6, 0.75];

/**
 * The samples since the line was last seen idle, which is since a packet came through with less delay than `idleBelowUs`: from
 * then on packets queued, so they arrived as fast as the line carries them, whatever was sent and whatever was lost.
 */
export function busyPart(samples: readonly ArrivalSample[], idleBelowUs: number): readonly ArrivalSample[] {
  return samples.slice(samples.findLastIndex(({ delayUs }) => delayUs < idleBelowUs) + 1);
}

/** The longest late part that is long enough and whose thirds agree; null when there is none (yet). */
export function steadyPart(samples: readonly ArrivalSample[]): SteadyPart | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last) return null;
  for (const share of LATER_STARTS) {
    const fromUs = first.atUs + share * (last.atUs - first.atUs);
    const part = samples.filter(({ atUs }) => atUs >= fromUs);
    if (spanUs(part) < neededUs(part)) return null;
    const thirds = ratesOfThirds(part);
    const mbps = fittedRate(part);
    if (thirds && mbps && spreadOf(thirds) <= AGREE_WITHIN) return partOf(part, mbps);
  }
  return null;
}

/**
 * What there is when time is up, if it tells anything: one rate where the thirds agree, else the slowest third's, which the
 * line carried at least.
 */
export function lastPart(samples: readonly ArrivalSample[]): (SteadyPart & { readonly stable: boolean }) | null {
  const thirds = ratesOfThirds(samples);
  const mbps = fittedRate(samples);
  if (!thirds || !mbps || spanUs(samples) < LEAST_US / 2) return null;
  const stable = spreadOf(thirds) <= AGREE_WITHIN;
  return { ...partOf(samples, stable ? mbps : Math.min(...thirds)), stable };
}

function partOf(samples: readonly ArrivalSample[], mbps: number): SteadyPart {
  const delays = samples.map(({ delayUs }) => delayUs);
  return { mbps, durationUs: spanUs(samples), delayUs: percentile(delays, 0.5) };
}

/** How long a part must be so that its jitter does not matter. */
function neededUs(samples: readonly ArrivalSample[]): number {
  return Math.min(MOST_US, Math.max(LEAST_US, GAPS * largestGapUs(samples)));
}

export function largestGapUs(samples: readonly ArrivalSample[]): number {
  return samples.reduce((gap, { atUs }, n) => Math.max(gap, atUs - (samples[n - 1]?.atUs ?? atUs)), 0);
}

export function spanUs(samples: readonly ArrivalSample[]): number {
  return (samples.at(-1)?.atUs ?? 0) - (samples[0]?.atUs ?? 0);
}
