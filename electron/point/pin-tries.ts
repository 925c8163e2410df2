import type { StatementSync } from 'node:sqlite';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { ok, type Result } from '../../shared/result.ts';
import { inTransaction, type Sqlite } from '../sqlite/open.ts';
import { onDisk } from './journal-file.ts';

/** A row with the columns `wrong` and `locked_until`. */
export type TryRow = Readonly<Record<string, unknown>>;

export interface TryStatements {
  /** The person's row. */
  readonly find: Pick<StatementSync, 'get'>;
  /** Counts a wrong try: the moment up to which to wait, the person. */
  readonly count: Pick<StatementSync, 'run'>;
}

/** How long until the next try is allowed, milliseconds. */
export function waitOf(row: TryRow, rules: Policy['signIn'], now: number): number {
  // A clock set back must not lock anyone out for longer than the rule says.
  return Math.min(Math.max(Number(row.locked_until) - now, 0), rules.waitSeconds * 1000);
}

/** Whether this try, when it is wrong, is one that has to wait. */
export function reachesLimit(row: TryRow, rules: Policy['signIn']): boolean {
  return Number(row.wrong) + 1 >= rules.wrongPinsBeforeWait;
}

/**
 * Counts a try as wrong before it is compared, so that ending the program in between gains nothing. From the limit on, each further
 * wrong one waits again, until the right one. Answers the row as it was. Errors: `pin-missing` (no row), `pin-locked`, `storage-failed`.
 */
export function beginTry(
  db: Sqlite,
  sql: TryStatements,
  person: string,
  rules: Policy['signIn'],
  now: number,
): Result<TryRow, AppError> {
  const begun = onDisk(() =>
    inTransaction(db, (): Result<TryRow, AppError> => {
      const row = sql.find.get(person);
      if (!row) return appErr('pin-missing');
      const waitMs = waitOf(row, rules, now);
      if (waitMs > 0) return locked(waitMs);
      sql.count.run(reachesLimit(row, rules) ? now + rules.waitSeconds * 1000 : 0, person);
      return ok(row);
    }),
  );
  return begun.ok ? begun.value : begun;
}

export function locked(waitMs: number) {
  return appErr('pin-locked', { seconds: Math.ceil(waitMs / 1000) });
}
