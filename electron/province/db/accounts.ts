import type { Account } from '../../../shared/protocol/accounts.ts';
import { role } from '../../../shared/protocol/console.ts';
import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import type { AccountsTable, Db } from './schema.ts';

/** All accounts by name, with their open sessions. */
export async function listAccounts(db: Db, now: number): Promise<readonly Account[]> {
  const rows = await db.selectFrom('accounts').selectAll().execute();
  const sessions = await db
    .selectFrom('sessions')
    .select(({ fn }) => ['username', fn.countAll<number>().as('open')])
    .where('expires_at', '>', now)
    .groupBy('username')
    .execute();
  const open = new Map(sessions.map((one) => [one.username, one.open]));
  return rows
    .map((row) => ({
      username: row.username,
      role: role.parse(row.role),
      createdAt: row.created_at,
      disabledAt: row.disabled_at,
      sessions: open.get(row.username) ?? 0,
    }))
    .sort((a, b) => vietnameseOrder(a.username, b.username));
}

/** Changes an account; its sessions end then. */
export async function updateAccount(
  db: Db,
  username: string,
  change: Partial<Pick<AccountsTable, 'role' | 'password_hash' | 'disabled_at'>>,
): Promise<void> {
  await db.updateTable('accounts').set(change).where('username', '=', username).execute();
  await db.deleteFrom('sessions').where('username', '=', username).execute();
}

/** How many administrators can sign in. Inside a transaction none of them changes until it ends. */
export async function countAdmins(db: Db): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('accounts')
    .set({ role: 'admin' })
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
