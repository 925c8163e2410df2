import type { PointMeeting } from '../../../shared/meeting/meeting.ts';
import type { Invitation } from '../../../shared/protocol/meetings.ts';
import { inChunks } from './in-chunks.ts';
import { asMeeting, meetingRows } from './meetings.ts';
import type { Db } from './schema.ts';

/** Invites points, or changes how they are invited. The caller has checked that points and people exist. */
export async function putInvitations(db: Db, meetingId: string, invitations: readonly Invitation[]): Promise<void> {
  for (const chunk of inChunks(invitations)) {
    const values = chunk.map(({ pointCode, designatedPersonId, composition }) => ({
      meeting_id: meetingId,
      point_code: pointCode,
      designated_person_id: designatedPersonId,
      composition,
    }));
    await db
      .insertInto('invitations')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['meeting_id', 'point_code']).doUpdateSet(({ ref }) => ({
          designated_person_id: ref('excluded.designated_person_id'),
          composition: ref('excluded.composition'),
        })),
      )
      .execute();
  }
}

export async function deleteInvitations(db: Db, meetingId: string, points: readonly string[]): Promise<void> {
  for (const chunk of inChunks(points)) {
    await db
      .deleteFrom('invitations')
      .where('meeting_id', '=', meetingId)
      .where('point_code', 'in', [...chunk])
      .execute();
  }
}

/** A point's invitation with the names a person reads. */
export interface NamedInvitation extends Invitation {
  readonly pointName: string;
  readonly designatedName: string | null;
}

export async function listInvitations(db: Db, meetingId: string): Promise<readonly NamedInvitation[]> {
  const rows = await db
    .selectFrom('invitations')
    .innerJoin('points', 'points.code', 'invitations.point_code')
    .leftJoin('people', (join) =>
      join
        .onRef('people.point_code', '=', 'invitations.point_code')
        .onRef('people.id', '=', 'invitations.designated_person_id'),
    )
    .select(['invitations.point_code', 'invitations.designated_person_id', 'invitations.composition'])
    .select(['points.name', 'people.full_name'])
    .where('invitations.meeting_id', '=', meetingId)
    .orderBy('invitations.point_code')
    .execute();
  return rows.map((row) => ({
    pointCode: row.point_code,
    designatedPersonId: row.designated_person_id,
    composition: row.composition,
    pointName: row.name,
    designatedName: row.full_name,
  }));
}

/** When each invited point was last heard of, by the hub's clock. */
export async function listInvitedContacts(
  db: Db,
  meetingId: string,
): Promise<readonly { readonly pointCode: string; readonly lastContactAt: number | null }[]> {
  const rows = await db
    .selectFrom('invitations')
    .innerJoin('points', 'points.code', 'invitations.point_code')
    .select(['points.code', 'points.last_contact_at'])
    .where('invitations.meeting_id', '=', meetingId)
    .execute();
  return rows.map(({ code, last_contact_at }) => ({ pointCode: code, lastContactAt: last_contact_at }));
}

/** Meetings a point is invited to that end after `endsAfter`, the next one first; each with what is required of this point. */
export async function listPointMeetings(
  db: Db,
  pointCode: string,
  endsAfter: number,
  limit: number,
): Promise<readonly PointMeeting[]> {
  const rows = await meetingRows(db)
    .innerJoin('invitations', 'invitations.meeting_id', 'meetings.id')
    .select(['invitations.designated_person_id', 'invitations.composition as required'])
    .where('invitations.point_code', '=', pointCode)
    .where('meetings.expected_ends_at', '>', endsAfter)
    .orderBy('meetings.starts_at')
    .orderBy('meetings.id')
    .limit(limit)
    .execute();
  return rows.map(({ designated_person_id, required, ...row }) => {
    const meeting = asMeeting(row);
    return { ...meeting, composition: required ?? meeting.composition, designatedPersonId: designated_person_id };
  });
}

/** The title of the next meeting, not over and not cancelled, that invites the point; null when none does. */
export async function nextInvitation(db: Db, pointCode: string, now: number): Promise<string | null> {
  const row = await db
    .selectFrom('invitations')
    .innerJoin('meetings', 'meetings.id', 'invitations.meeting_id')
    .select('meetings.title')
    .where('invitations.point_code', '=', pointCode)
    .where('meetings.status', '=', 'scheduled')
    .where('meetings.expected_ends_at', '>', now)
    .orderBy('meetings.starts_at')
    .limit(1)
    .executeTakeFirst();
  return row?.title ?? null;
}
