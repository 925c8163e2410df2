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

/** A measurement of the product: one file each in `benches/`, one line in `benches.ts`. */
export interface Bench {
  readonly about: string;
  readonly usualSeconds: number;
  /** `root`: the repository's folder. */
  readonly run: (root: string) => Promise<readonly Figure[]>;
}

export function atMost(name: string, value: number | null, unit: string, most: number): Figure {
  return { name, value: rounded(value), unit, bar: `<= ${most}`, holds: value !== null && value <= most };
}

export function atLeast(name: string, value: number | null, unit: string, least: number): Figure {
  return { name, value: rounded(value), unit, bar: `>= ${least}`, holds: value !== null && value >= least };
}

function rounded(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Math.round(value * 1000) / 1000;
}
