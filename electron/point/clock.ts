/** Time as the point sees it; tests hand in one they move by hand. */
export interface Clock {
  /** Milliseconds since 1970 UTC by this device's clock. */
  readonly now: () => number;
  /** Calls `work` once after `ms`; the returned function takes it back. */
  readonly after: (ms: number, work: () => void) => () => void;
}

/** The machine's own clock. Its timers do not keep a process alive that has nothing else to do. */
export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
