/** What came of one class of faults. Every number in `bad` must be zero. */
export interface FaultOutcome {
  readonly tried: number;
  readonly bad: Readonly<Record<string, number>>;
}

/**
 * One class of faults: a file of its own, and a line in `classes.ts`. What is done to the product is real: processes are killed,
 * sockets reset, disks filled.
 */
export interface FaultClass {
  /** What is counted, as in `kills of a point`. */
  readonly unit: string;
  /** How often, in full and in the small dose that the test suite bears. */
  readonly full: number;
  readonly small: number;
  /** How long the full dose takes, about: what is long is begun first. */
  readonly usualMinutes?: number;
  /** Why it cannot be tried here, or null. */
  readonly whyNot?: () => string | null;
  /** `root`: the repository's folder. What is found bad is told on stderr besides. */
  readonly run: (times: number, root: string) => Promise<FaultOutcome>;
}

/** Says what was found, so that a figure above zero can be looked into. */
export function tell(what: string): void {
  process.stderr.write(`${what}\n`);
}

export function randomBelow(most: number): number {
  return Math.floor(Math.random() * most);
}
