/** The answer, or null when there is none in time, it fails, or the signal aborts. Never rejects. */
export async function ask<T>(work: () => Promise<T>, patienceMs: number, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  let stop: () => void = () => {};
  const patience = new Promise<null>((resolve) => {
    const timer = setTimeout(() => resolve(null), patienceMs);
    const onAbort = () => resolve(null);
    signal.addEventListener('abort', onAbort, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  });
  try {
    return await Promise.race([work().catch(() => null), patience]);
  } finally {
    stop();
  }
}
