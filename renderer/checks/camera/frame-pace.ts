/** Counts frames as they arrive. Times in milliseconds of one clock. */
export interface FramePace {
  readonly see: (atMs: number) => void;
  readonly count: () => number;
  /**
   * Frames in the second that brought fewest, wherever it began, the one before `endMs` included: there a camera that gave up
   * shows. Null when there was no whole second.
   */
  readonly worstSecond: (endMs: number) => number | null;
}

const SECOND_MS = 1000;

export function createFramePace(startMs: number): FramePace {
  const arrivals: number[] = [];
  return {
    see(atMs) {
      arrivals.push(atMs);
    },
    count: () => arrivals.length,
    worstSecond(endMs) {
      const lastStartMs = endMs - SECOND_MS;
      if (lastStartMs < startMs) return null;
      // The fewest come in a second that begins just after a frame, or in the first or the last one.
      const starts = [startMs, ...arrivals.filter((atMs) => atMs <= lastStartMs), lastStartMs];
      return Math.min(...starts.map((fromMs) => countWithin(arrivals, fromMs, fromMs + SECOND_MS)));
    },
  };
}

/** Frames after `fromMs` until `toMs`. */
function countWithin(arrivals: readonly number[], fromMs: number, toMs: number): number {
  return arrivals.filter((atMs) => atMs > fromMs && atMs <= toMs).length;
}
