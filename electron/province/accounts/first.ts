import type { AppError } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { countAdmins } from '../db/accounts.ts';
import { type DatabaseOptions, openDatabase } from '../db/open.ts';
import { putAccountAs } from './put.ts';

const ACTOR = 'first-start';

/** Makes the first administrator of a province before its hub listens. Where there is one already nothing changes. */
export async function putFirstAccount(
  store: DatabaseOptions,
  account: { readonly username: string; readonly password: string },
): Promise<Result<null, AppError>> {
  const db = await openDatabase(store);
  try {
    if ((await countAdmins(db)) > 0) return ok(null);
    return await putAccountAs(db, { ...account, role: 'admin' }, { actor: ACTOR, now: Date.now() });
  } finally {
    await db.destroy();
  }
}
