import type { Migration } from 'kysely';

/** Points that are retired, why a device was revoked, who made a policy and why, accounts that are disabled. */
export const administration: Migration = {
  async up(db) {
    await db.schema.alterTable('points').addColumn('retired_at', 'bigint').execute();
    await db.schema.alterTable('devices').addColumn('revoked_reason', 'text').execute();
    await db.schema.alterTable('policies').addColumn('actor', 'text').execute();
    await db.schema.alterTable('policies').addColumn('reason', 'text').execute();
    await db.schema.alterTable('accounts').addColumn('disabled_at', 'bigint').execute();
    await db.schema.createIndex('enrolment_codes_by_point').on('enrolment_codes').column('point_code').execute();
  },
};
