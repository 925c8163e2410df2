import type { AppError } from '../../../shared/errors.ts';
import type { Role } from '../../../shared/protocol/console.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { findAccount } from '../db/access.ts';
import type { Db } from '../db/schema.ts';
import type { Doing } from '../meetings/doing.ts';
import { changeAccount } from './change.ts';

/** Adds an account, or gives the one of that name a new role and password. Errors: as of `changeAccount`. */
export async function putAccountAs(
  db: Db,
  { username, role, password }: { readonly username: string; readonly role: Role; readonly password: string },
  doing: Doing,
): Promise<Result<null, AppError>> {
  if ((await findAccount(db, username)) === undefined) {
    return changeAccount(db, { kind: 'add', username, role, password }, doing);
  }
  for (const change of [
    { kind: 'role', username, role },
    { kind: 'password', username, password },
  ] as const) {
    const changed = await changeAccount(db, change, doing);
    if (!changed.ok) return changed;
  }
  return ok(null);
}
