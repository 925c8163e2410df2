/** A deadline whose time does not run while it is paused. Ends by itself never: call `end`. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Aborts the signal: everything that listens to it closes. */
  readonly end: () => void;
}

/** Aborts after `ms` of running time. */
export function startDeadline(ms: number): Deadline {
  const controller = new AbortController();
  let leftMs = ms;
  let runningSince = performance.now();
  const start = () => setTimeout(() => controller.abort(), Math.max(0, leftMs));
  let timer: NodeJS.Timeout | null = start();
  return {
    signal: controller.signal,
    pause() {
      if (timer === null) return;
      clearTimeout(timer);
      timer = null;
      leftMs -= performance.now() - runningSince;
    },
    resume() {
      if (timer !== null || controller.signal.aborted) return;
      runningSince = performance.now();
      timer = start();
    },
    end() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      controller.abort();
    },
  };
}
