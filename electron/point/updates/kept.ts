import { z } from 'zod';
import type { AppError } from '../../../shared/errors.ts';
import { epochMs } from '../../../shared/events/event.ts';
import { releaseVersion } from '../../../shared/updates/release.ts';
import { type JsonStore, openJsonStore } from '../json-store.ts';

/** What a point remembers of releases, in `update.json`. */
const kept = z.object({
  /** `signedAt` of the last release that was taken here. */
  lastSignedAt: epochMs.default(0),
  /** The release seen last (by the hash of its text), since when, and what the technician did about it. */
  seen: z
    .object({
      hash: z.string(),
      at: epochMs,
      readyAt: epochMs.nullable(),
      postponedAt: epochMs.nullable(),
      postponements: z.number().int().nonnegative(),
    })
    .nullable()
    .default(null),
  /** An installation that was begun and of which is not known yet how it ended. */
  attempt: z
    .object({ hash: z.string(), version: releaseVersion, from: z.string(), signedAt: epochMs, at: epochMs })
    .nullable()
    .default(null),
  /** How the last one ended. */
  last: z
    .object({ hash: z.string(), version: releaseVersion, at: epochMs, outcome: z.enum(['installed', 'not-started']) })
    .nullable()
    .default(null),
});
export type Kept = z.infer<typeof kept>;
export type KeptStore = JsonStore<Kept>;

export function openKept(dataDir: string, now: () => number, onCorrupt: (error: AppError) => void): KeptStore {
  const empty = { lastSignedAt: 0, seen: null, attempt: null, last: null };
  return openJsonStore({ dataDir, name: 'update', schema: kept, empty, now, onCorrupt });
}

export type Seen = NonNullable<Kept['seen']>;

/** What this point has done about a release so far; a new one begins anew. */
export function seenOf(store: KeptStore, hash: string, now: number): Seen & { readonly isNew: boolean } {
  const { seen, ...rest } = store.read();
  if (seen?.hash === hash) return { ...seen, isNew: false };
  const fresh = { hash, at: now, readyAt: null, postponedAt: null, postponements: 0 };
  store.write({ ...rest, seen: fresh });
  return { ...fresh, isNew: true };
}

export function noteSeen(store: KeptStore, change: Partial<Seen>): void {
  const kept = store.read();
  if (kept.seen) store.write({ ...kept, seen: { ...kept.seen, ...change } });
}

/**
 * Once the application stands and works: an installation that was begun has ended, well where its version is the one that runs.
 * A version that came back because the new one did not start does not try that one again.
 */
export function closeAttempt(store: KeptStore, version: string, now: number): void {
  const { attempt, ...rest } = store.read();
  if (attempt === null) return;
  const installed = attempt.version === version;
  const { hash } = attempt;
  store.write({
    ...rest,
    attempt: null,
    seen: null,
    lastSignedAt: installed ? Math.max(rest.lastSignedAt, attempt.signedAt) : rest.lastSignedAt,
    last: { hash, version: attempt.version, at: now, outcome: installed ? 'installed' : 'not-started' },
  });
}
