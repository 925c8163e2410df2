import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { clearTries, countTry, forgetTries, lockTries } from '../db/access.ts';
import type { Db } from '../db/schema.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGET_AFTER_MS = 24 * 60 * 60_000;

/** How long after its last wrong try a name must wait: a minute after the fifth, twice as long after each further one. */
export function waitAfter(tries: number): number {
  if (tries < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - FREE_TRIES, 10));
}

/** Counts the try before it is made. Error: `auth-locked` with the `seconds` still to wait; such a try is not counted. */
export async function beginTry(db: Db, username: string, now: number): Promise<Result<null, AppError>> {
  await forgetTries(db, now - FORGET_AFTER_MS);
  return db.transaction().execute(async (tx) => {
    const { tries, last_at } = await lockTries(tx, username);
    const wait = last_at + waitAfter(tries) - now;
    if (wait > 0) return appErr('auth-locked', { seconds: Math.ceil(wait / 1000) });
    await countTry(tx, username, now);
    return ok(null);
  });
}

export const endTries = clearTries;
