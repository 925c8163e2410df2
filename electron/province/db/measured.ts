import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { asMeeting, meetingRows } from './meetings.ts';
import type { Db } from './schema.ts';

/** What readiness is told by. */
const READINESS: readonly JournalEvent['type'][] = ['check-run', 'manual-answer', 'leader-signed-in'];

/** The latest meeting for which a point has measured; null before the first. */
export async function lastMeasuredMeeting(db: Db): Promise<Meeting | null> {
  const row = await meetingRows(db)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('entries')
          .select('entries.hash')
          .whereRef('entries.meeting_id', '=', 'meetings.id')
          .where('entries.type', '=', 'check-run'),
      ),
    )
    .orderBy('meetings.starts_at', 'desc')
    .orderBy('meetings.id')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : asMeeting(row);
}

/** All lines about a meeting that its readiness is told by, in the order they came, each with its point. */
export async function listReadinessLines(
  db: Db,
  meetingId: string,
): Promise<readonly { readonly code: string; readonly name: string; readonly jws: string }[]> {
  return db
    .selectFrom('entries')
    .innerJoin('points', 'points.code', 'entries.point_code')
    .select(['points.code', 'points.name', 'entries.jws'])
    .where('entries.meeting_id', '=', meetingId)
    .where('entries.type', 'in', [...READINESS])
    .orderBy('entries.received_at')
    .orderBy('entries.device_id')
    .orderBy('entries.seq')
    .execute();
}
