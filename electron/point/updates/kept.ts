import { z } from 'zod';
import type { AppError } from '../../../shared/errors.ts';
import { epochMs } from '../../../shared/events/event.ts';
import { INSTALLATIONS, releaseVersion } from '../../../shared/updates/release.ts';
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
    .object({
      hash: z.string(),
      version: releaseVersion,
      from: z.string(),
      signedAt: epochMs,
      at: epochMs,
      installation: z.enum(INSTALLATIONS).nullable().default(null),
      /** The new version opened the data, whatever came then. */
      hasRun: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** How the last one ended. */
  last: z
    .object({
      hash: z.string(),
      version: releaseVersion,
      at: epochMs,
      outcome: z.enum(['installed', 'not-started', 'not-installed']),
      /** How many times in a row it was not installed. */
      times: z.number().int().nonnegative().default(0),
    })
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

/** To be called before `version` opens the data that `openedBy` opened last. */
export function noteHasRun(store: KeptStore, version: string, openedBy: string | null): void {
  const kept = store.read();
  const { attempt } = kept;
  if (attempt?.from !== version || openedBy !== attempt.version) return;
  store.write({ ...kept, attempt: { ...attempt, hasRun: true } });
}

/**
 * Once the application stands and works: an installation that was begun has ended, well where its version is the one that runs.
 * A version that came back because the new one did not start does not try that one again. Where an installer does it, the old
 * version that still stands was never replaced, unless the new one had its turn: somebody closed the installer, or refused it the
 * rights.
 */
export function closeAttempt(store: KeptStore, version: string, now: number): void {
  const { attempt, ...rest } = store.read();
  if (attempt === null) return;
  const installed = attempt.version === version;
  const { hash } = attempt;
  const byInstaller = attempt.installation !== null && attempt.installation !== 'folder';
  const outcome = installed ? 'installed' : byInstaller && !attempt.hasRun ? 'not-installed' : 'not-started';
  const before = rest.last?.hash === hash ? rest.last.times : 0;
  store.write({
    ...rest,
    attempt: null,
    seen: null,
    lastSignedAt: installed ? Math.max(rest.lastSignedAt, attempt.signedAt) : rest.lastSignedAt,
    last: { hash, version: attempt.version, at: now, outcome, times: outcome === 'not-installed' ? before + 1 : 0 },
  });
}
