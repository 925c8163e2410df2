import type { LinkSample } from '../../../shared/checks/link/live.ts';

/** The curves of the plot: rates while one direction is filled or a meeting is imitated, and round trips all along. */
export const CURVES = ['download', 'upload', 'media', 'rtt'] as const;
export type Curve = (typeof CURVES)[number];

export interface PlottedCurve {
  readonly curve: Curve;
  /** An SVG path; empty when there is nothing to draw yet. */
  readonly path: string;
  /** The newest value, Mbps or milliseconds. */
  readonly latest: number;
}

export interface LinePlot {
  readonly curves: readonly PlottedCurve[];
  /** Where the scales end: Mbps, milliseconds, seconds. */
  readonly mostMbps: number;
  readonly mostMs: number;
  readonly seconds: number;
}

/** What the plot is drawn into. Rates take the upper part, round trips the lower one. */
export const PLOT = { width: 300, rate: { top: 1, height: 74 }, rtt: { top: 81, height: 46 }, height: 142 } as const;

/** A whole check takes about so long: the time axis need not grow before. */
const USUAL_MS = 8_000;
/** A pause in a curve longer than this is a gap, not a slope. */
const GAP_MS = 500;

/** The samples so far as curves, each on its own scale from zero. */
export function linePlot(samples: readonly LinkSample[]): LinePlot {
  const seconds = Math.ceil(Math.max(USUAL_MS, ...samples.map(({ atMs }) => atMs)) / 1000);
  const mostMbps = niceTop(samples.map(({ mbps = 0 }) => mbps));
  const mostMs = niceTop(samples.map(({ rttMs = 0 }) => rttMs));
  const curves = CURVES.flatMap((curve) => {
    const points = pointsOf(curve, samples);
    const latest = points.at(-1)?.value;
    if (latest === undefined) return [];
    const [part, most] = curve === 'rtt' ? [PLOT.rtt, mostMs] : [PLOT.rate, mostMbps];
    const x = (atMs: number) => (PLOT.width * atMs) / (1000 * seconds);
    const y = (value: number) => part.top + part.height * (1 - value / most);
    return [{ curve, path: pathOf(points, x, y), latest }];
  });
  return { curves, mostMbps, mostMs, seconds };
}

interface Point {
  readonly atMs: number;
  readonly value: number;
}

function pointsOf(curve: Curve, samples: readonly LinkSample[]): readonly Point[] {
  return samples.flatMap(({ phase, atMs, mbps, rttMs }) => {
    const value = curve === 'rtt' ? rttMs : phase === curve ? mbps : undefined;
    return value === undefined ? [] : [{ atMs, value }];
  });
}

function pathOf(points: readonly Point[], x: (atMs: number) => number, y: (value: number) => number): string {
  return points
    .map(({ atMs, value }, at) => {
      const before = points[at - 1];
      const joined = before !== undefined && atMs - before.atMs <= GAP_MS;
      // A line of no length shows a point that stands alone.
      return `${joined ? 'L' : 'M'}${x(atMs).toFixed(1)} ${y(value).toFixed(1)}${joined ? '' : 'h0'}`;
    })
    .join('');
}

/** A round number not below the largest value nor below 1. */
function niceTop(values: readonly number[]): number {
  const largest = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(largest));
  return [1, 1.5, 2, 3, 4, 6, 8, 10].map((step) => step * power).find((top) => top >= largest) ?? largest;
}
