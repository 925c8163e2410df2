import { EMPTY_RECORD, type MeetingRecord, type ReadinessState } from '../../../shared/meeting/readiness.ts';
import { inChunks } from './in-chunks.ts';
import { type Columns, insertRows } from './insert-rows.ts';
import type { Db } from './schema.ts';

export interface Latest {
  readonly record: MeetingRecord;
  readonly state: ReadinessState;
  readonly entryCount: number;
}

/** What is known of points for a meeting, by point; an empty record where nothing is. */
export async function findLatest(
  db: Db,
  meetingId: string,
  pointCodes: readonly string[],
): Promise<ReadonlyMap<string, Pick<Latest, 'record' | 'entryCount'>>> {
  const found = new Map(pointCodes.map((code) => [code, { record: EMPTY_RECORD, entryCount: 0 }]));
  for (const chunk of inChunks(pointCodes)) {
    const rows = await db
      .selectFrom('latest')
      .select(['point_code', 'record', 'entry_count'])
      .where('meeting_id', '=', meetingId)
      .where('point_code', 'in', chunk)
      .execute();
    for (const { point_code, record, entry_count } of rows) {
      found.set(point_code, { record: JSON.parse(record) as MeetingRecord, entryCount: entry_count });
    }
  }
  return found;
}

const COLUMNS: Columns<'latest'> = {
  meeting_id: 'text',
  point_code: 'text',
  record: 'text',
  state: 'text',
  entry_count: 'integer',
  updated_at: 'bigint',
};

const REPLACE =
  'on conflict (meeting_id, point_code) do update set record = excluded.record, state = excluded.state, entry_count = excluded.entry_count, updated_at = excluded.updated_at';

/** Puts what is known of points for a meeting in place of what was. */
export async function putLatest(
  db: Db,
  meetingId: string,
  latest: ReadonlyMap<string, Latest>,
  at: number,
): Promise<void> {
  const rows = [...latest].map(([point_code, { record, state, entryCount }]) => ({
    ...{ meeting_id: meetingId, point_code, record: JSON.stringify(record), state },
    ...{ entry_count: entryCount, updated_at: at },
  }));
  await insertRows(db, 'latest', COLUMNS, rows, REPLACE);
}

/** What is known of every point for a meeting. */
export async function listRecords(
  db: Db,
  meetingId: string,
): Promise<readonly (Pick<Latest, 'record'> & { readonly pointCode: string; readonly state: string })[]> {
  const rows = await db
    .selectFrom('latest')
    .select(['point_code', 'record', 'state'])
    .where('meeting_id', '=', meetingId)
    .execute();
  return rows.map(({ point_code: pointCode, record, state }) => ({
    pointCode,
    record: JSON.parse(record) as MeetingRecord,
    state,
  }));
}

/** What a record comes to, judged anew. */
export async function putState(db: Db, meetingId: string, pointCode: string, state: ReadinessState): Promise<void> {
  await db
    .updateTable('latest')
    .set({ state })
    .where('meeting_id', '=', meetingId)
    .where('point_code', '=', pointCode)
    .execute();
}

/** One invited point of a meeting with what is known of it. */
export interface Standing {
  readonly point: { readonly code: string; readonly name: string };
  readonly cluster: string | null;
  readonly lastContactAt: number | null;
  readonly record: MeetingRecord;
}

/** All invited points of a meeting, or only those of `pointCodes`; in no order. */
export async function listStandings(
  db: Db,
  meetingId: string,
  pointCodes?: readonly string[],
): Promise<readonly Standing[]> {
  let query = db
    .selectFrom('invitations')
    .innerJoin('points', 'points.code', 'invitations.point_code')
    .leftJoin('latest', (join) =>
      join
        .onRef('latest.meeting_id', '=', 'invitations.meeting_id')
        .onRef('latest.point_code', '=', 'invitations.point_code'),
    )
    .select(['points.code', 'points.name', 'points.cluster', 'points.last_contact_at', 'latest.record'])
    .where('invitations.meeting_id', '=', meetingId);
  if (pointCodes !== undefined) query = query.where('invitations.point_code', 'in', pointCodes);
  const rows = await query.execute();
  return rows.map(({ code, name, cluster, last_contact_at, record }) => ({
    point: { code, name },
    cluster,
    lastContactAt: last_contact_at,
    record: record === null ? EMPTY_RECORD : (JSON.parse(record) as MeetingRecord),
  }));
}
