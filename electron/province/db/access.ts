import type { Insertable } from 'kysely';
import type { AccountsTable, Db, SessionsTable, SignInTriesTable } from './schema.ts';

export async function findAccount(db: Db, username: string): Promise<AccountsTable | undefined> {
  return db.selectFrom('accounts').selectAll().where('username', '=', username).executeTakeFirst();
}

/** Adds an account, or gives it a new role and password; its sessions end then. */
export async function putAccount(db: Db, account: Insertable<AccountsTable>): Promise<void> {
  const { role, password_hash } = account;
  await db
    .insertInto('accounts')
    .values(account)
    .onConflict((oc) => oc.column('username').doUpdateSet({ role, password_hash }))
    .execute();
  await db.deleteFrom('sessions').where('username', '=', account.username).execute();
}

export async function insertSession(db: Db, session: SessionsTable): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', session.created_at).execute();
  await db.insertInto('sessions').values(session).execute();
}

/** The account of a session that has not expired; none once the account is disabled. */
export async function findSessionAccount(db: Db, tokenHash: string, now: number): Promise<AccountsTable | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.username', 'sessions.username')
    .selectAll('accounts')
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', now)
    .where('accounts.disabled_at', 'is', null)
    .executeTakeFirst();
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** The tries of a name so far. Inside a transaction nobody else counts one until it ends. */
export async function lockTries(db: Db, username: string): Promise<SignInTriesTable> {
  return db
    .insertInto('sign_in_tries')
    .values({ username, tries: 0, last_at: 0 })
    .onConflict((oc) => oc.column('username').doUpdateSet({ username }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Counts one try. Done before the password is looked at, so that many tries at once are all counted. */
export async function countTry(db: Db, username: string, at: number): Promise<void> {
  await db
    .insertInto('sign_in_tries')
    .values({ username, tries: 1, last_at: at })
    .onConflict((oc) =>
      oc.column('username').doUpdateSet((eb) => ({ tries: eb('sign_in_tries.tries', '+', 1), last_at: at })),
    )
    .execute();
}

export async function clearTries(db: Db, username: string): Promise<void> {
  await db.deleteFrom('sign_in_tries').where('username', '=', username).execute();
}

/** Drops counts that nobody added to since `before`. */
export async function forgetTries(db: Db, before: number): Promise<void> {
  await db.deleteFrom('sign_in_tries').where('last_at', '<', before).execute();
}
