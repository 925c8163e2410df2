import type { Migration } from 'kysely';

/** Fields in charge, people who left the roster, codes for PINs, and what became of a point's proposals. */
export const rosterAndPinCodes: Migration = {
  async up(db) {
    await db.schema
      .alterTable('people')
      .addColumn('fields', 'text', (c) => c.notNull().defaultTo('[]'))
      .execute();
    await db.schema.alterTable('people').addColumn('removed_at', 'bigint').execute();
    await db.schema
      .createTable('pin_codes')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('point_code', 'text', (c) => c.notNull().references('points.code'))
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('salt', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('issued_at', 'bigint', (c) => c.notNull())
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('pin_codes_by_point').on('pin_codes').columns(['point_code', 'expires_at']).execute();
    await db.schema
      .createTable('proposal_decisions')
      .addColumn('entry_hash', 'text', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('decision', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('entries_by_point_type').on('entries').columns(['point_code', 'type']).execute();
  },
};
