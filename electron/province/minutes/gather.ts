import { attendanceOf } from '../../../shared/attendance/attendance.ts';
import { clockAt } from '../../../shared/attendance/clock.ts';
import { journalEntry } from '../../../shared/events/journal-entry.ts';
import { type Minutes, minutesOf } from '../../../shared/minutes/minutes.ts';
import { sealHashes } from '../../crypto/seal-hash.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { clockReadings, gatherKnown } from '../attendance/gather.ts';
import { allMeetingLines } from '../db/entries.ts';
import { findHub } from '../db/hub.ts';
import { findMeeting } from '../db/meetings.ts';
import { listRosters } from '../db/people.ts';
import { judgingPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';

/** The record of a meeting at one point from what has reached the hub; null when the point is not invited to such a meeting. */
export async function provinceMinutes(db: Db, meetingId: string, point: string, now: number): Promise<Minutes | null> {
  const meeting = await findMeeting(db, meetingId);
  const hub = await findHub(db);
  if (meeting === undefined || hub === undefined) return null;
  const [known] = await gatherKnown(db, meeting, now, point);
  if (known === undefined) return null;
  const rows = await allMeetingLines(db, meetingId, point);
  const lines = rows.map(({ hash, jws }) => ({ hash, entry: journalEntry.parse(payloadOf(jws)) }));
  const readings = await clockReadings(db, meetingId, point);
  const { invitation, context } = known;
  const people = (await listRosters(db, [point], 'ever')).get(point) ?? [];
  return minutesOf(
    {
      madeBy: 'province',
      generatedAt: now,
      hub: { name: hub.name, url: hub.public_url ?? '' },
      point: { code: point, name: invitation.pointName },
      meeting: { ...meeting, composition: context.composition },
      designated: people.find(({ id }) => id === invitation.designatedPersonId)?.fullName ?? null,
      checklist: (await judgingPolicy(db, meeting, now)).checklist,
      lines: lines.map((line) => ({
        ...line,
        clock: clockAt(readings.get(line.entry.device) ?? [], line.entry.at),
        atProvince: true,
      })),
      attendance: attendanceOf(known.entries, context),
    },
    (hashes) => sealHashes(meetingId, point, hashes),
  );
}
