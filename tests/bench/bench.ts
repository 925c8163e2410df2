/** One number the product claims, what it must be, and whether it is. */
export interface Figure {
  readonly name: string;
  /** Null: it could not be measured, which does not hold. */
  readonly value: number | null;
  readonly unit: string;
  /** As in `<= 8`. */
  readonly bar: string;
  readonly holds: boolean;
}

/** How often what stands first was called what stands second, a table for each check: `camera.frozen.ok` were missed. */
export type Confusion = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

/** Figures with the tables they were counted from. */
export interface Report {
  readonly figures: readonly Figure[];
  readonly confusion: Confusion;
}

/** A measurement of the product: one file each in `benches/`, one line in `benches.ts`. */
export interface Bench {
  readonly about: string;
  readonly usualSeconds: number;
  /** The options it understands; none by default. */
  readonly options?: readonly (keyof BenchOptions)[];
  /** `root`: the repository's folder. */
  readonly run: (root: string, options: BenchOptions) => Promise<readonly Figure[] | Report>;
}

/** To run a part of a bench; each null when not given. */
export interface BenchOptions {
  /** The name of one of its cases, or several after commas. */
  readonly profile: string | null;
  /** How often each case is run. */
  readonly runs: number | null;
  /** How many points. */
  readonly points: number | null;
  /** The whole dose where a smaller one is the default. */
  readonly full: true | null;
}

export function atMost(name: string, value: number | null, unit: string, most: number): Figure {
  return { name, value: rounded(value), unit, bar: `<= ${most}`, holds: value !== null && value <= most };
}

export function atLeast(name: string, value: number | null, unit: string, least: number): Figure {
  return { name, value: rounded(value), unit, bar: `>= ${least}`, holds: value !== null && value >= least };
}

/** What a bench gives when it cannot run here; `why` is told on stderr. */
export function missing(name: string, why: string): Figure {
  process.stderr.write(`${name}: ${why}\n`);
  return { name, value: null, unit: '', bar: 'present', holds: false };
}

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** In percent; null of nothing. */
export function share<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
  return items.length === 0 ? null : (100 * items.filter(holds).length) / items.length;
}

/** Null of nothing. */
export function largest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}

/** A figure that nothing is claimed of; it holds when it could be measured. */
export function reported(name: string, value: number | null, unit: string): Figure {
  return { name, value: rounded(value), unit, bar: 'reported', holds: value !== null };
}

export function none(name: string, value: number, unit: string): Figure {
  return { name, value, unit, bar: '== 0', holds: value === 0 };
}

function rounded(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Math.round(value * 1000) / 1000;
}
