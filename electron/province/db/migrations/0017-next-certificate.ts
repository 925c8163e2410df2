import type { Migration } from 'kysely';

/** The certificate that takes the place of the one that is shown, from a moment on. One row at most. */
export const nextCertificate: Migration = {
  async up(db) {
    await db.schema
      .createTable('next_certificates')
      .addColumn('only_row', 'integer', (c) => c.primaryKey())
      .addColumn('private_key', 'text', (c) => c.notNull())
      .addColumn('certificate', 'text', (c) => c.notNull())
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('takes_over_at', 'bigint', (c) => c.notNull())
      .execute();
  },
};
