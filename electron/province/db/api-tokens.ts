import type { Db } from './schema.ts';
import type { ApiTokensTable } from './schema-pulling.ts';

/** Adds a token, or replaces the one of that name. */
export async function putApiToken(
  db: Db,
  token: Pick<ApiTokensTable, 'token_hash' | 'name' | 'scopes' | 'created_at' | 'expires_at'>,
): Promise<void> {
  const { name, ...rest } = token;
  const fresh = { ...rest, last_used_at: null, revoked_at: null };
  await db
    .insertInto('api_tokens')
    .values({ name, ...fresh })
    .onConflict((oc) => oc.column('name').doUpdateSet(fresh))
    .execute();
}

/** A token that is neither expired nor revoked. */
export async function findApiToken(db: Db, tokenHash: string, now: number): Promise<ApiTokensTable | undefined> {
  return db
    .selectFrom('api_tokens')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** The newest first. */
export async function listApiTokens(db: Db): Promise<readonly ApiTokensTable[]> {
  return db.selectFrom('api_tokens').selectAll().orderBy('created_at', 'desc').orderBy('name').execute();
}

/** Notes that a token was used, unless that was noted since `unless`. */
export async function noteTokenUse(db: Db, tokenHash: string, now: number, unless: number): Promise<void> {
  await db
    .updateTable('api_tokens')
    .set({ last_used_at: now })
    .where('token_hash', '=', tokenHash)
    .where(({ or, eb }) => or([eb('last_used_at', 'is', null), eb('last_used_at', '<', unless)]))
    .execute();
}

/** False when there is none of that name that works. */
export async function revokeApiToken(db: Db, name: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_tokens')
    .set({ revoked_at: at })
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
