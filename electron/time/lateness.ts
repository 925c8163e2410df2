const EVERY_MS = 4;
/** A timer is never exact; what is beyond this is a machine that has other things to do. */
const FREE_MS = 3;

export interface LatenessMeter {
  /** Of the time since it began, what the event loop came too late; 0 to 1. */
  readonly share: () => number;
  readonly stop: () => void;
}

/** Watches how far the event loop lags behind: what arrives meanwhile is seen late. */
export function meterLateness(): LatenessMeter {
  const startMs = performance.now();
  let lateMs = 0;
  let dueMs = startMs + EVERY_MS;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    lateMs += Math.max(0, nowMs - dueMs - FREE_MS);
    dueMs = nowMs + EVERY_MS;
  }, EVERY_MS);
  timer.unref();
  return {
    share: () => lateMs / Math.max(EVERY_MS, performance.now() - startMs),
    stop: () => clearInterval(timer),
  };
}
