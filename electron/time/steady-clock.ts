/** Microseconds since 1970 UTC. */
export type SteadyClock = () => number;

/**
 * Set by the machine's clock once and driven by the monotonic one from then on: differences are exact to microseconds
 * whatever happens to the machine's clock meanwhile.
 */
export function startSteadyClock(): SteadyClock {
  const epochMs = Date.now();
  const startMs = performance.now();
  return () => Math.round((epochMs + performance.now() - startMs) * 1000);
}
