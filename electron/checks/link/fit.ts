import type { ArrivalSample } from '../../../shared/protocol/link-arrivals.ts';

/**
 * The rate at which bytes arrived, in Mbps, by least squares of time on bytes: the noise is in the times, so this way round
 * it does not bias the slope. Null when the samples span no time.
 */
export function fittedRate(samples: readonly ArrivalSample[]): number | null {
  return commonRate([samples]);
}

/** The same of several stretches with pauses between them: one rate for all, each with a beginning of its own. */
export function commonRate(stretches: readonly (readonly ArrivalSample[])[]): number | null {
  let both = 0;
  let square = 0;
  for (const samples of stretches) {
    const first = samples[0];
    const last = samples.at(-1);
    if (!first || !last || last.atUs <= first.atUs || last.bytes <= first.bytes) continue;
    const meanBytes = mean(samples.map(({ bytes }) => bytes - first.bytes));
    const meanUs = mean(samples.map(({ atUs }) => atUs - first.atUs));
    for (const { bytes, atUs } of samples) {
      const off = bytes - first.bytes - meanBytes;
      both += off * (atUs - first.atUs - meanUs);
      square += off * off;
    }
  }
  return both > 0 ? (8 * square) / both : null;
}

/** The rates of the first, second and third part of the time; null where one of them has too little to tell. */
export function ratesOfThirds(samples: readonly ArrivalSample[]): readonly [number, number, number] | null {
  const startUs = samples[0]?.atUs ?? 0;
  const thirdUs = ((samples.at(-1)?.atUs ?? 0) - startUs) / 3;
  const rates = [0, 1, 2].map((n) => {
    const part = samples.filter(({ atUs }) => atUs >= startUs + n * thirdUs && atUs <= startUs + (n + 1) * thirdUs);
    return part.length >= 3 ? fittedRate(part) : null;
  });
  const [first, second, third] = rates;
  return first && second && third ? [first, second, third] : null;
}

/** How far apart rates are, of their mean. */
export function spreadOf(rates: readonly number[]): number {
  return (Math.max(...rates) - Math.min(...rates)) / mean(rates);
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of any values, the nearest rank; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
