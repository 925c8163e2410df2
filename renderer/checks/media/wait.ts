/**
 * Waits `ms` milliseconds.
 * @param onFraction told 0 … 1 about ten times a second.
 * @throws the signal's reason at once when it aborts.
 */
export function elapse(ms: number, signal: AbortSignal, onFraction?: (fraction: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const startedAt = performance.now();
    const ticker = onFraction && setInterval(() => onFraction(Math.min(1, (performance.now() - startedAt) / ms)), 100);
    const finish = (): void => {
      clearTimeout(timer);
      clearInterval(ticker);
      signal.removeEventListener('abort', cancel);
    };
    const cancel = (): void => {
      finish();
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      finish();
      resolve();
    }, ms);
    signal.addEventListener('abort', cancel);
  });
}

/** `promise`, or null after `ms` milliseconds. @throws what it rejects with, or the signal's reason when it aborts. */
export async function within<T>(ms: number, signal: AbortSignal, promise: Promise<T>): Promise<T | null> {
  const waiting = new AbortController();
  const either = AbortSignal.any([signal, waiting.signal]);
  const timeOut = elapse(ms, either).then(() => null);
  // After the race is lost this one still rejects; nobody listens then.
  timeOut.catch(() => {});
  try {
    return await Promise.race([promise, timeOut]);
  } finally {
    waiting.abort();
  }
}
