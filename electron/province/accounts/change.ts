import { type AppError, appErr } from '../../../shared/errors.ts';
import { type AccountChange, SHORTEST_PASSWORD } from '../../../shared/protocol/accounts.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { hashPassword } from '../auth/password.ts';
import { clearTries, findAccount, putAccount } from '../db/access.ts';
import { countAdmins, updateAccount } from '../db/accounts.ts';
import { addAudit } from '../db/audit.ts';
import type { AccountsTable, Db } from '../db/schema.ts';
import type { Doing } from '../meetings/doing.ts';

/**
 * Adds an account or changes one, whose sessions end then. There is always somebody left who may administer.
 * Errors: `account-known`, `account-unknown`, `account-last-admin`, `password-weak`.
 */
export async function changeAccount(db: Db, change: AccountChange, doing: Doing): Promise<Result<null, AppError>> {
  const username = change.username.normalize('NFC');
  const hash = await hashOf(change);
  if (!hash.ok) return hash;
  return db.transaction().execute(async (tx) => {
    // Before the account is read: two who take each other's rights at once must not both succeed.
    const admins = await countAdmins(tx);
    const known = await findAccount(tx, username);
    if (change.kind === 'add' && known !== undefined) return appErr('account-known');
    if (change.kind !== 'add' && known === undefined) return appErr('account-unknown');
    if (admins === 1 && isAdmin(known) && losesAdmin(change)) return appErr('account-last-admin');
    await apply(tx, { ...change, username }, hash.value, doing.now);
    const detail = 'role' in change ? { role: change.role } : {};
    const { actor, now: at } = doing;
    await addAudit(tx, { at, actor, action: `account-${change.kind}`, subject: `account:${username}`, detail });
    return ok(null);
  });
}

async function hashOf(change: AccountChange): Promise<Result<string, AppError>> {
  if (!('password' in change)) return ok('');
  if (change.password.length < SHORTEST_PASSWORD) return appErr('password-weak', { least: SHORTEST_PASSWORD });
  return ok(await hashPassword(change.password));
}

function isAdmin(account: AccountsTable | undefined): boolean {
  return account?.role === 'admin' && account.disabled_at === null;
}

function losesAdmin(change: AccountChange): boolean {
  return change.kind === 'disable' || (change.kind === 'role' && change.role !== 'admin');
}

async function apply(tx: Db, change: AccountChange, password_hash: string, now: number): Promise<void> {
  const { username } = change;
  switch (change.kind) {
    case 'add':
      return putAccount(tx, { username, role: change.role, password_hash, created_at: now, disabled_at: null });
    case 'role':
      return updateAccount(tx, username, { role: change.role });
    case 'password':
      // A forgotten password has usually been tried too often.
      await clearTries(tx, username);
      return updateAccount(tx, username, { password_hash });
    case 'disable':
      return updateAccount(tx, username, { disabled_at: now });
    case 'enable':
      return updateAccount(tx, username, { disabled_at: null });
  }
}
