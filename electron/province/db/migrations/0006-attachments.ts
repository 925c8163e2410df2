import { type Migration, sql } from 'kysely';

/**
 * Letters that entries refer to, under the hash of their bytes. In the database, so that every hub on it has them. `bytea` is
 * PostgreSQL's; SQLite keeps bytes as they are whatever a column's type is called.
 */
export const attachments: Migration = {
  async up(db) {
    await db.schema
      .createTable('attachments')
      .addColumn('point_code', 'text', (c) => c.notNull().references('points.code'))
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('body', sql`bytea`, (c) => c.notNull())
      .addColumn('received_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('attachments_pk', ['point_code', 'sha256'])
      .execute();
    await db.schema.createIndex('attachments_by_age').on('attachments').column('received_at').execute();
  },
};
