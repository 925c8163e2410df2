import type { SignedEntry } from '../../../shared/events/journal-entry.ts';
import { addToRecord, readinessOf } from '../../../shared/meeting/readiness.ts';
import type { ManualItem } from '../../../shared/policy/manual-item.ts';
import { meetingOf } from '../db/entries.ts';
import { findLatest, putLatest } from '../db/latest.ts';
import type { Db } from '../db/schema.ts';

/** Adds entries of one point to the records of the meetings they are about, and answers those meetings. */
export async function foldEntries(
  tx: Db,
  pointCode: string,
  entries: readonly SignedEntry[],
  checklist: readonly ManualItem[],
  now: number,
): Promise<readonly string[]> {
  const byMeeting = new Map<string, SignedEntry[]>();
  for (const line of entries) {
    const meetingId = meetingOf(line.entry.event);
    if (meetingId !== null) byMeeting.set(meetingId, [...(byMeeting.get(meetingId) ?? []), line]);
  }
  for (const [meetingId, lines] of byMeeting) {
    const before = await findLatest(tx, meetingId, pointCode);
    const record = lines.reduce((sum, { entry }) => addToRecord(sum, meetingId, entry.event, entry.at), before.record);
    const entryCount = before.entryCount + lines.length;
    await putLatest(tx, meetingId, pointCode, { record, state: readinessOf(record, checklist), entryCount }, now);
  }
  return [...byMeeting.keys()];
}
