import type { Migration } from 'kysely';

/** What is offered to the points as an update, and what each device does about it. */
export const releases: Migration = {
  async up(db) {
    await db.schema
      .createTable('releases')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('version', 'text', (c) => c.notNull())
      .addColumn('jws', 'text', (c) => c.notNull())
      .addColumn('added_at', 'bigint', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('first_points', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('device_updates')
      .addColumn('device_id', 'text', (c) => c.primaryKey().references('devices.id'))
      .addColumn('version', 'text')
      .addColumn('report', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
  },
};
