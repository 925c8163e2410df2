/** Follows how long a picture stays the same. Times in milliseconds of one clock. */
export interface StillRun {
  readonly see: (grid: Uint8Array, atMs: number) => void;
  /** The longest run so far, the one still running included. */
  readonly longestMs: (nowMs: number) => number;
}

/** Every change starts a new run, so one freeze is never lost in what came before, nor kept after the picture moves on. */
export function createStillRun(startMs: number): StillRun {
  let last: Uint8Array | null = null;
  let changedAtMs = startMs;
  let longest = 0;
  return {
    see(grid, atMs) {
      if (last && isSame(last, grid)) return;
      longest = Math.max(longest, atMs - changedAtMs);
      changedAtMs = atMs;
      last = grid;
    },
    longestMs: (nowMs) => Math.max(longest, nowMs - changedAtMs),
  };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
