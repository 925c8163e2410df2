import type { CheckStanding } from '../meeting/standing.ts';

/** The figures of the line that are followed over time, as a judgement tells them, with what is printed of each. */
export const LINE_FIGURES = {
  upload: { value: 'uploadMbps', unit: 'Mbps', digits: 1, better: 'more' },
  download: { value: 'downloadMbps', unit: 'Mbps', digits: 1, better: 'more' },
  rtt: { value: 'rttMs', unit: 'ms', digits: 1, better: 'less' },
  jitter: { value: 'jitterMs', unit: 'ms', digits: 1, better: 'less' },
  loss: { value: 'lossPct', unit: '%', digits: 2, better: 'less' },
} as const;
export type LineFigure = keyof typeof LINE_FIGURES;
export const LINE_FIGURE_NAMES = Object.keys(LINE_FIGURES) as readonly LineFigure[];

/** Null where it was not measured. */
export function lineFigure(link: CheckStanding | undefined, name: LineFigure): number | null {
  return numberOf(link, LINE_FIGURES[name].value);
}

export function meanOpinion(link: CheckStanding | undefined): number | null {
  return numberOf(link, 'mos');
}

/** Whether a rate is what the line carries, or only what our own cap or machine let it show. */
export function rateBound(link: CheckStanding | undefined): 'exact' | 'at-least' | null {
  if (lineFigure(link, 'upload') === null && lineFigure(link, 'download') === null) return null;
  const bounds = [link?.values.uploadBound, link?.values.downloadBound];
  return bounds.some((bound) => bound !== undefined && bound !== '') ? 'at-least' : 'exact';
}

function numberOf(link: CheckStanding | undefined, key: string): number | null {
  const value = link?.values[key];
  return typeof value === 'number' ? value : null;
}

/** The value `share` of the way up the sorted ones; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const [below = 0, above = below] = sorted.slice(low, low + 2);
  return below + (above - below) * (place - low);
}

/** What 10 % of the points are worse than. */
export function worstTenth(name: LineFigure, values: readonly number[]): number | null {
  return quantile(values, LINE_FIGURES[name].better === 'more' ? 0.1 : 0.9);
}
