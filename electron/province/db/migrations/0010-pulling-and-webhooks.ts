import { type Kysely, type Migration, sql } from 'kysely';
import { isPostgres } from '../dialect.ts';

/** When tokens were used or revoked, in which order entries came in, what was last handed out of each row, and webhooks. */
export const pullingAndWebhooks: Migration = {
  async up(db) {
    await db.schema.alterTable('api_tokens').addColumn('last_used_at', 'bigint').execute();
    await db.schema.alterTable('api_tokens').addColumn('revoked_at', 'bigint').execute();
    await pushes(db);
    await rowVersions(db);
    await webhooks(db);
  },
};

async function pushes(db: Kysely<unknown>): Promise<void> {
  await numbered(db, 'pushes', 'position')
    .addColumn('device_id', 'text', (c) => c.notNull().references('devices.id'))
    .addColumn('first_seq', 'integer', (c) => c.notNull())
    .addColumn('last_seq', 'integer', (c) => c.notNull())
    .execute();
  // What is here already counts as one push of each device.
  await sql`insert into pushes (device_id, first_seq, last_seq)
    select id, 1, head_seq from devices where head_seq > 0 order by enrolled_at, id`.execute(db);
}

async function rowVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('row_series')
    .addColumn('resource', 'text', (c) => c.notNull())
    .addColumn('meeting_id', 'text', (c) => c.notNull())
    .addColumn('last_version', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('row_series_key', ['resource', 'meeting_id'])
    .execute();
  await db.schema
    .createTable('row_versions')
    .addColumn('resource', 'text', (c) => c.notNull())
    .addColumn('meeting_id', 'text', (c) => c.notNull())
    .addColumn('point_code', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('row_versions_key', ['resource', 'meeting_id', 'point_code'])
    .execute();
}

async function webhooks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhooks')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('events', 'text', (c) => c.notNull())
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('old_secret', 'text')
    .addColumn('old_secret_until', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('stopped_at', 'bigint')
    .addColumn('stopped_because', 'text')
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('next_try_at', 'bigint', (c) => c.notNull())
    .addColumn('lease', 'text')
    .addColumn('leased_until', 'bigint', (c) => c.notNull())
    .execute();
  await numbered(db, 'deliveries', 'position')
    .addColumn('webhook_id', 'text', (c) => c.notNull().references('webhooks.id').onDelete('cascade'))
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('last_try_at', 'bigint')
    .addColumn('outcome', 'text')
    .execute();
  await db.schema
    .createIndex('deliveries_by_webhook')
    .on('deliveries')
    .columns(['webhook_id', 'state', 'position'])
    .execute();
}

/** A table whose key the database counts up and never gives twice. */
function numbered(db: Kysely<unknown>, table: string, key: string) {
  return isPostgres(db)
    ? db.schema.createTable(table).addColumn(key, 'bigserial', (c) => c.primaryKey())
    : db.schema.createTable(table).addColumn(key, 'integer', (c) => c.primaryKey().autoIncrement());
}
