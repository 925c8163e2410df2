import type { Migration } from 'kysely';

/** Which cluster a point belongs to, and whom the province calls there. Null: nobody has said. */
export const clustersAndContacts: Migration = {
  async up(db) {
    for (const column of ['cluster', 'contact_name', 'contact_phone']) {
      await db.schema.alterTable('points').addColumn(column, 'text').execute();
    }
  },
};
