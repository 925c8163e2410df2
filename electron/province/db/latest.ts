import { EMPTY_RECORD, type MeetingRecord, type ReadinessState } from '../../../shared/meeting/readiness.ts';
import type { Db } from './schema.ts';

export interface Latest {
  readonly record: MeetingRecord;
  readonly state: ReadinessState;
  readonly entryCount: number;
}

/** What is known of a point for a meeting; an empty record when nothing is. */
export async function findLatest(
  db: Db,
  meetingId: string,
  pointCode: string,
): Promise<Pick<Latest, 'record' | 'entryCount'>> {
  const row = await db
    .selectFrom('latest')
    .select(['record', 'entry_count'])
    .where('meeting_id', '=', meetingId)
    .where('point_code', '=', pointCode)
    .executeTakeFirst();
  if (!row) return { record: EMPTY_RECORD, entryCount: 0 };
  return { record: JSON.parse(row.record) as MeetingRecord, entryCount: row.entry_count };
}

export async function putLatest(
  db: Db,
  meetingId: string,
  pointCode: string,
  latest: Latest,
  at: number,
): Promise<void> {
  const facts = {
    record: JSON.stringify(latest.record),
    state: latest.state,
    entry_count: latest.entryCount,
    updated_at: at,
  };
  await db
    .insertInto('latest')
    .values({ meeting_id: meetingId, point_code: pointCode, ...facts })
    .onConflict((oc) => oc.columns(['meeting_id', 'point_code']).doUpdateSet(facts))
    .execute();
}

/** One invited point of a meeting with what is known of it. */
export interface Standing {
  readonly point: { readonly code: string; readonly name: string };
  readonly lastContactAt: number | null;
  readonly record: MeetingRecord;
}

/** All invited points of a meeting, or only `pointCode`; in no order. */
export async function listStandings(db: Db, meetingId: string, pointCode?: string): Promise<readonly Standing[]> {
  let query = db
    .selectFrom('invitations')
    .innerJoin('points', 'points.code', 'invitations.point_code')
    .leftJoin('latest', (join) =>
      join
        .onRef('latest.meeting_id', '=', 'invitations.meeting_id')
        .onRef('latest.point_code', '=', 'invitations.point_code'),
    )
    .select(['points.code', 'points.name', 'points.last_contact_at', 'latest.record'])
    .where('invitations.meeting_id', '=', meetingId);
  if (pointCode !== undefined) query = query.where('invitations.point_code', '=', pointCode);
  const rows = await query.execute();
  return rows.map(({ code, name, last_contact_at, record }) => ({
    point: { code, name },
    lastContactAt: last_contact_at,
    record: record === null ? EMPTY_RECORD : (JSON.parse(record) as MeetingRecord),
  }));
}
