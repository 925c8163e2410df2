import type { Meeting, PointMeeting } from '../../../shared/meeting/meeting.ts';
import type { ReadinessState } from '../../../shared/meeting/readiness.ts';
import { inChunks } from './in-chunks.ts';
import type { Db, MeetingsTable } from './schema.ts';

export interface Invitation {
  readonly pointCode: string;
  readonly designatedPersonId: string | null;
}

/** Adds a meeting and whom it invites. The caller opens the transaction and has checked that the points exist. */
export async function insertMeeting(
  db: Db,
  meeting: Meeting,
  invitations: readonly Invitation[],
  createdAt: number,
): Promise<void> {
  await db
    .insertInto('meetings')
    .values({
      id: meeting.id,
      title: meeting.title,
      invitation_number: meeting.invitationNumber,
      chair: meeting.chair,
      starts_at: meeting.startsAt,
      expected_ends_at: meeting.expectedEndsAt,
      composition: meeting.composition,
      profile: meeting.profile,
      created_at: createdAt,
    })
    .execute();
  for (const chunk of inChunks(invitations)) {
    const values = chunk.map((invitation) => ({
      meeting_id: meeting.id,
      point_code: invitation.pointCode,
      designated_person_id: invitation.designatedPersonId,
    }));
    await db.insertInto('invitations').values(values).execute();
  }
}

export async function findMeeting(db: Db, id: string): Promise<Meeting | undefined> {
  const row = await db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asMeeting(row);
}

/** The newest by start first, `limit` at most. */
export async function listMeetings(db: Db, limit: number): Promise<readonly Meeting[]> {
  const rows = await db
    .selectFrom('meetings')
    .selectAll()
    .orderBy('starts_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(asMeeting);
}

/** Meetings a point is invited to that end after `endsAfter`, the next one first. */
export async function listPointMeetings(
  db: Db,
  pointCode: string,
  endsAfter: number,
  limit: number,
): Promise<readonly PointMeeting[]> {
  const rows = await db
    .selectFrom('invitations')
    .innerJoin('meetings', 'meetings.id', 'invitations.meeting_id')
    .selectAll('meetings')
    .select('invitations.designated_person_id')
    .where('invitations.point_code', '=', pointCode)
    .where('meetings.expected_ends_at', '>', endsAfter)
    .orderBy('meetings.starts_at')
    .orderBy('meetings.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...asMeeting(row), designatedPersonId: row.designated_person_id }));
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

function asMeeting(row: MeetingsTable): Meeting {
  return {
    id: row.id,
    title: row.title,
    invitationNumber: row.invitation_number,
    chair: row.chair,
    startsAt: row.starts_at,
    expectedEndsAt: row.expected_ends_at,
    composition: row.composition,
    profile: row.profile,
  };
}
