import type { SignedEntry } from '../../../shared/events/journal-entry.ts';
import { addToRecord, readinessOf } from '../../../shared/meeting/readiness.ts';
import { meetingOf } from '../db/entries.ts';
import { findLatest, type Latest, putLatest } from '../db/latest.ts';
import { findMeeting } from '../db/meetings.ts';
import { currentPolicy, judgingPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';

/** A point's record about a meeting. */
export interface MeetingPoint {
  readonly meetingId: string;
  readonly point: string;
}

/** Adds entries to the records of the points and meetings they are about, and answers which those are. */
export async function foldEntries(
  tx: Db,
  entries: readonly SignedEntry[],
  now: number,
): Promise<readonly MeetingPoint[]> {
  const changed: MeetingPoint[] = [];
  for (const [meetingId, lines] of byKey(entries, ({ entry }) => meetingOf(entry.event))) {
    const ofPoint = byKey(lines, ({ entry }) => entry.point);
    const before = await findLatest(tx, meetingId, [...ofPoint.keys()]);
    const { checklist } = await policyOf(tx, meetingId, now);
    const latest = new Map<string, Latest>();
    for (const [point, added] of ofPoint) {
      const had = before.get(point);
      if (had === undefined) continue;
      const record = added.reduce((sum, { entry }) => addToRecord(sum, meetingId, entry.event, entry.at), had.record);
      const entryCount = had.entryCount + added.length;
      latest.set(point, { record, state: readinessOf(record, checklist), entryCount });
      changed.push({ meetingId, point });
    }
    await putLatest(tx, meetingId, latest, now);
  }
  return changed;
}

/** Those without a key are left out. */
function byKey<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** A record about a meeting this hub does not know is kept all the same. */
async function policyOf(tx: Db, meetingId: string, now: number) {
  const meeting = await findMeeting(tx, meetingId);
  return meeting === undefined ? currentPolicy(tx) : judgingPolicy(tx, meeting, now);
}
