import { type MeetingChange, someMeetingFacts } from '../../../shared/meeting/meeting.ts';
import type { Db } from './schema.ts';

export interface RecordedChange extends MeetingChange {
  readonly revision: number;
  readonly actor: string;
}

/** Writes down why a meeting became its revision. */
export async function insertChange(db: Db, meetingId: string, change: RecordedChange): Promise<void> {
  const { revision, at, actor, reason, before } = change;
  const row = { meeting_id: meetingId, revision, at, actor, reason, before: JSON.stringify(before) };
  await db.insertInto('meeting_changes').values(row).execute();
}

/** The newest first. */
export async function listChanges(db: Db, meetingId: string): Promise<readonly RecordedChange[]> {
  const rows = await db
    .selectFrom('meeting_changes')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map(({ revision, at, actor, reason, before }) => ({
    revision,
    at,
    actor,
    reason,
    before: someMeetingFacts.parse(JSON.parse(before)),
  }));
}
