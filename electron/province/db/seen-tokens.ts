import { sql } from 'kysely';
import type { Db, HubSchema } from './schema.ts';

/** Those of the tokens (each named once) that nobody used before; from now on they are used. */
export async function admitTokens(db: Db, tokens: readonly HubSchema['seen_tokens'][]): Promise<ReadonlySet<string>> {
  const ids = tokens.map(({ id }) => id);
  const until = tokens.map((token) => token.until);
  const { rows } = await sql<{ id: string }>`insert into seen_tokens (id, until)
    select * from unnest(${ids}::text[], ${until}::bigint[]) order by 1
    on conflict (id) do nothing returning id`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export async function forgetTokens(db: Db, now: number): Promise<void> {
  await db.deleteFrom('seen_tokens').where('until', '<=', now).execute();
}
