import type { Kysely, Migration } from 'kysely';

/** Meetings that change, are cancelled or belong to a series; what a single point must send; what the province ruled. */
export const meetingsAndRulings: Migration = {
  async up(db) {
    await meetings(db);
    await db.schema.alterTable('invitations').addColumn('composition', 'text').execute();
    await db.schema.alterTable('devices').addColumn('known_up_to', 'bigint').execute();
    await rulings(db);
  },
};

async function meetings(db: Kysely<unknown>): Promise<void> {
  // One column a statement: SQLite takes no more.
  const table = () => db.schema.alterTable('meetings');
  await table()
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('briefing'))
    .execute();
  await table()
    .addColumn('platform_link', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await table()
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('scheduled'))
    .execute();
  await table().addColumn('series_id', 'text').execute();
  await table()
    .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await db.schema.createIndex('meetings_by_series').on('meetings').column('series_id').execute();
  await db.schema
    .createTable('meeting_changes')
    .addColumn('meeting_id', 'text', (c) => c.notNull().references('meetings.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('before', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('meeting_changes_key', ['meeting_id', 'revision'])
    .execute();
}

async function rulings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rulings')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meeting_id', 'text', (c) => c.notNull().references('meetings.id'))
    .addColumn('point_code', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('rulings_by_meeting').on('rulings').columns(['meeting_id', 'point_code']).execute();
}
