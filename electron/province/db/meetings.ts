import { type Meeting, meeting } from '../../../shared/meeting/meeting.ts';
import type { ReadinessState } from '../../../shared/meeting/readiness.ts';
import type { Db, MeetingsTable } from './schema.ts';

/** Adds a meeting. The caller opens the transaction. */
export async function insertMeeting(db: Db, added: Meeting, createdAt: number): Promise<void> {
  await db
    .insertInto('meetings')
    .values({ id: added.id, series_id: added.seriesId, created_at: createdAt, ...columnsOf(added) })
    .execute();
}

/** A meeting as it is now. Answers false when it is no longer the revision before: somebody else changed it. */
export async function updateMeeting(db: Db, changed: Meeting): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('meetings')
    .set(columnsOf(changed))
    .where('id', '=', changed.id)
    .where('revision', '=', changed.revision - 1)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function findMeeting(db: Db, id: string): Promise<Meeting | undefined> {
  const row = await meetingRows(db).where('meetings.id', '=', id).executeTakeFirst();
  return row && asMeeting(row);
}

/** The newest by start first, `limit` at most. */
export async function listMeetings(db: Db, limit: number): Promise<readonly Meeting[]> {
  const rows = await meetingRows(db)
    .orderBy('meetings.starts_at', 'desc')
    .orderBy('meetings.id')
    .limit(limit)
    .execute();
  return rows.map(asMeeting);
}

/** Of a series, those that start at `from` or later, the next one first. */
export async function listSeries(db: Db, seriesId: string, from: number): Promise<readonly Meeting[]> {
  const rows = await meetingRows(db)
    .where('meetings.series_id', '=', seriesId)
    .where('meetings.starts_at', '>=', from)
    .orderBy('meetings.starts_at')
    .execute();
  return rows.map(asMeeting);
}

/** Those that have begun, are not yet over and not cancelled. */
export async function listRunningMeetings(db: Db, now: number): Promise<readonly Meeting[]> {
  const rows = await meetingRows(db)
    .where('meetings.starts_at', '<=', now)
    .where('meetings.expected_ends_at', '>', now)
    .where('meetings.status', '=', 'scheduled')
    .execute();
  return rows.map(asMeeting);
}

/** Those that have not begun and are not cancelled. */
export async function listComingMeetings(db: Db, now: number): Promise<readonly Meeting[]> {
  const rows = await meetingRows(db)
    .where('meetings.starts_at', '>', now)
    .where('meetings.status', '=', 'scheduled')
    .execute();
  return rows.map(asMeeting);
}

/** Invited points of each meeting by the state of their record; those without one count as `null`. */
export async function countStates(
  db: Db,
  meetingIds: readonly string[],
): Promise<readonly { readonly meetingId: string; readonly state: ReadinessState | null; readonly points: number }[]> {
  if (meetingIds.length === 0) return [];
  const rows = await db
    .selectFrom('invitations')
    .leftJoin('latest', (join) =>
      join
        .onRef('latest.meeting_id', '=', 'invitations.meeting_id')
        .onRef('latest.point_code', '=', 'invitations.point_code'),
    )
    .select(({ fn }) => ['invitations.meeting_id', 'latest.state', fn.countAll<number>().as('points')])
    .where('invitations.meeting_id', 'in', [...meetingIds])
    .groupBy(['invitations.meeting_id', 'latest.state'])
    .execute();
  return rows.map(({ meeting_id, state, points }) => ({
    meetingId: meeting_id,
    state: state as ReadinessState | null,
    points,
  }));
}

/** Meetings, each beside its last change. */
export function meetingRows(db: Db) {
  return db
    .selectFrom('meetings')
    .leftJoin('meeting_changes', (join) =>
      join
        .onRef('meeting_changes.meeting_id', '=', 'meetings.id')
        .onRef('meeting_changes.revision', '=', 'meetings.revision'),
    )
    .selectAll('meetings')
    .select(['meeting_changes.at as changed_at', 'meeting_changes.reason', 'meeting_changes.before']);
}

interface MeetingRow extends Omit<MeetingsTable, 'created_at'> {
  readonly changed_at: number | null;
  readonly reason: string | null;
  readonly before: string | null;
}

export function asMeeting(row: MeetingRow): Meeting {
  const { changed_at, reason, before } = row;
  return meeting.parse({
    id: row.id,
    title: row.title,
    invitationNumber: row.invitation_number,
    chair: row.chair,
    startsAt: row.starts_at,
    expectedEndsAt: row.expected_ends_at,
    composition: row.composition,
    profile: row.profile,
    kind: row.kind,
    platformLink: row.platform_link,
    status: row.status,
    seriesId: row.series_id,
    revision: row.revision,
    policyVersion: row.policy_version,
    lastChange: changed_at === null ? null : { at: changed_at, reason, before: JSON.parse(before ?? '{}') },
  });
}

function columnsOf(of: Meeting) {
  return {
    title: of.title,
    invitation_number: of.invitationNumber,
    chair: of.chair,
    starts_at: of.startsAt,
    expected_ends_at: of.expectedEndsAt,
    composition: of.composition,
    profile: of.profile,
    kind: of.kind,
    platform_link: of.platformLink,
    status: of.status,
    revision: of.revision,
    policy_version: of.policyVersion,
  };
}
