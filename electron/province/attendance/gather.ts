import { type ClockReading, clockAt, clockReadingOf } from '../../../shared/attendance/clock.ts';
import type { AttendanceContext } from '../../../shared/attendance/context.ts';
import type { AttendanceEntry, PointEntry } from '../../../shared/attendance/entry.ts';
import { journalEntry } from '../../../shared/events/journal-entry.ts';
import { attendanceFact } from '../../../shared/events/journal-event.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { listKnowledge } from '../db/devices.ts';
import { listMeetingLines } from '../db/entries.ts';
import { listInvitations, type NamedInvitation } from '../db/invitations.ts';
import { currentPolicy } from '../db/policies.ts';
import { listRulings } from '../db/rulings.ts';
import type { Db } from '../db/schema.ts';

/** A device heard of so long before the start prepares for this meeting, and may hold a sign-in for it. */
const PREPARES_MS = 24 * 60 * 60_000;

/** What is known of one point in one meeting, ready to be folded. */
export interface Known {
  readonly invitation: NamedInvitation;
  readonly entries: readonly AttendanceEntry[];
  readonly context: AttendanceContext;
}

/** Of every invited point, or of `point` alone; in the order of the codes. */
export async function gatherKnown(db: Db, meeting: Meeting, now: number, point?: string): Promise<readonly Known[]> {
  const invitations = (await listInvitations(db, meeting.id)).filter(
    ({ pointCode }) => point === undefined || pointCode === point,
  );
  const facts = await factsByPoint(db, meeting.id, point);
  const heard = grouped(await listKnowledge(db, meeting.startsAt - PREPARES_MS, point), ({ pointCode }) => pointCode);
  const rulings = await listRulings(db, meeting.id, point);
  const policy = await currentPolicy(db);
  return invitations.map((invitation) => {
    const code = invitation.pointCode;
    const ofProvince = rulings
      .filter((entry) => entry.point === null || entry.point === code)
      .map((entry) => ({ source: 'province' as const, entry }));
    const context: AttendanceContext = {
      meetingId: meeting.id,
      startsAt: meeting.startsAt,
      composition: invitation.composition ?? meeting.composition,
      designatedPersonId: invitation.designatedPersonId,
      policy,
      heard: heard.get(code) ?? [],
      now,
    };
    return { invitation, entries: [...(facts.get(code) ?? []), ...ofProvince], context };
  });
}

/** Facts about attendance, each with what the device's own checks for this meeting measured of its clock. */
async function factsByPoint(db: Db, meetingId: string, point?: string): Promise<ReadonlyMap<string, PointEntry[]>> {
  const lines = await listMeetingLines(db, meetingId, point);
  const entries = lines.map(({ hash, jws }) => ({ hash, entry: journalEntry.parse(payloadOf(jws)) }));
  const readings = new Map<string, ClockReading[]>();
  for (const { entry } of entries) {
    const reading = clockReadingOf(entry.event, entry.at);
    if (reading) readings.set(entry.device, [...(readings.get(entry.device) ?? []), reading]);
  }
  const facts = entries.flatMap(({ hash, entry }) => {
    const fact = attendanceFact.safeParse(entry.event);
    if (!fact.success) return [];
    const clock = clockAt(readings.get(entry.device) ?? [], entry.at);
    const { device, at: deviceAt, point: pointCode } = entry;
    return [{ pointCode, source: 'point' as const, id: hash, device, deviceAt, clock, event: fact.data }];
  });
  return grouped(facts, ({ pointCode }) => pointCode);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
