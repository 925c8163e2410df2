import type { Migration } from 'kysely';

/** The policy version a meeting is judged by, where one was named for it. */
export const policyOfMeetings: Migration = {
  async up(db) {
    await db.schema.alterTable('meetings').addColumn('policy_version', 'text').execute();
  },
};
