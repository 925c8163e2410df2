import type { Migration } from 'kysely';

/** Who calls which point and what came of it, what points are asked, and where a check runs right now. */
export const helpAtADistance: Migration = {
  async up(db) {
    await db.schema
      .createTable('calls')
      .addColumn('meeting_id', 'text', (c) => c.notNull().references('meetings.id'))
      .addColumn('point_code', 'text', (c) => c.notNull().references('points.code'))
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('since', 'bigint', (c) => c.notNull())
      .addColumn('until', 'bigint', (c) => c.notNull())
      .addColumn('outcome', 'text')
      .addColumn('note', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('calls_pk', ['meeting_id', 'point_code'])
      .execute();
    await db.schema
      .createTable('call_log')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('meeting_id', 'text', (c) => c.notNull())
      .addColumn('point_code', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text')
      .addColumn('note', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('call_log_by_point').on('call_log').columns(['meeting_id', 'point_code']).execute();
    await db.schema
      .createTable('asks')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('meeting_id', 'text', (c) => c.notNull().references('meetings.id'))
      .addColumn('point_code', 'text', (c) => c.notNull().references('points.code'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('check_id', 'text')
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('asked_at', 'bigint', (c) => c.notNull())
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('state_at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('asks_by_point').on('asks').columns(['point_code', 'expires_at']).execute();
    await db.schema.createIndex('asks_by_meeting').on('asks').columns(['meeting_id', 'state_at']).execute();
    await db.schema
      .createTable('checking')
      .addColumn('point_code', 'text', (c) => c.notNull().references('points.code'))
      .addColumn('device_id', 'text', (c) => c.notNull())
      .addColumn('meeting_id', 'text', (c) => c.notNull())
      .addColumn('until', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('checking_pk', ['point_code', 'device_id'])
      .execute();
  },
};
