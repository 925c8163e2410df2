import { setTimeout as after } from 'node:timers/promises';

/** Waits, at most until the signal aborts. Never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await after(Math.max(0, ms), undefined, { signal }).catch(() => {});
}

/** Takes in what has already arrived: after a stall, timers come before the packets that waited meanwhile. */
export function arrived(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The work's result, or the fallback when it fails or the signal aborts first. */
export async function orElse<T, F>(work: Promise<T>, fallback: F, signal: AbortSignal): Promise<T | F> {
  const { promise: stopped, resolve } = withResolvers<F>();
  const stop = () => resolve(fallback);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work.catch(() => fallback), stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** `Promise.withResolvers`, which Node 20 lacks. */
export function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
