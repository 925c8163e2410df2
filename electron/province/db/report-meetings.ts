import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { asMeeting, meetingRows } from './meetings.ts';
import type { Db } from './schema.ts';

/** Meetings that began from `from` to `to` and were not cancelled, the first one first. */
export async function listMeetingsBetween(db: Db, from: number, to: number): Promise<readonly Meeting[]> {
  const rows = await meetingRows(db)
    .where('meetings.starts_at', '>=', from)
    .where('meetings.starts_at', '<=', to)
    .where('meetings.status', '=', 'scheduled')
    .orderBy('meetings.starts_at')
    .orderBy('meetings.id')
    .execute();
  return rows.map(asMeeting);
}
