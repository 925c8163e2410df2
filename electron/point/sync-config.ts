/** How the point talks to the hub in the background; milliseconds. */
export interface SyncConfig {
  /** Wait after the first failure; doubled with each further one. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** Share of the wait that is random, so that 135 points do not come back in the same second. */
  readonly jitter: number;
  /** Characters of one push at most: a hub takes 1 MiB in a body. */
  readonly maxBatchChars: number;
  readonly feedEveryMs: number;
  /** How often to look whether another process wrote to the journal, or the network changed. */
  readonly watchEveryMs: number;
}

export const SYNC_CONFIG: SyncConfig = {
  firstDelayMs: 1_000,
  maxDelayMs: 60_000,
  jitter: 0.5,
  maxBatchChars: 700_000,
  feedEveryMs: 60_000,
  watchEveryMs: 3_000,
};

/** Exponential back-off: full delay less a random share. `failures` counts from 1; `random` is uniform in [0, 1). */
export function backOffMs(config: SyncConfig, failures: number, random: number): number {
  const full = Math.min(config.maxDelayMs, config.firstDelayMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(full * (1 - config.jitter * random));
}
