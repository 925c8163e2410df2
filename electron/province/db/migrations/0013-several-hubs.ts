import type { Kysely, Migration } from 'kysely';
import { PostgresAdapter, sql } from 'kysely';

/** What several hubs on one database must know of one another. */
export const severalHubs: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('leases')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('holder', 'text', (c) => c.notNull())
      .addColumn('until', 'bigint', (c) => c.notNull())
      .execute();
    await passing(db, 'seen_tokens', 'id text primary key, until bigint not null');
    await passing(db, 'rate_counts', 'name text primary key, count integer not null, until bigint not null');
    await db.schema.createIndex('seen_tokens_by_end').on('seen_tokens').column('until').execute();
    await db.schema.alterTable('hub').addColumn('moved_to', 'text').execute();
    await db.schema
      .createTable('certificates')
      .addColumn('only_row', 'integer', (c) => c.primaryKey())
      .addColumn('private_key', 'text', (c) => c.notNull())
      .addColumn('certificate', 'text', (c) => c.notNull())
      .execute();
  },
};

/** A table of what is forgotten within minutes: a server that crashed may come back without it, so it costs no log. */
async function passing(db: Kysely<unknown>, name: string, columns: string): Promise<void> {
  const unlogged = db.getExecutor().adapter instanceof PostgresAdapter ? 'unlogged' : '';
  await sql.raw(`create ${unlogged} table ${name} (${columns})`).execute(db);
}
