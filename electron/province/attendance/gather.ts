import { type ClockReading, clockAt } from '../../../shared/attendance/clock.ts';
import type { AttendanceContext } from '../../../shared/attendance/context.ts';
import type { AttendanceEntry, PointEntry, ProvinceEntry } from '../../../shared/attendance/entry.ts';
import { journalEntry } from '../../../shared/events/journal-entry.ts';
import { attendanceFact } from '../../../shared/events/journal-event.ts';
import type { RulingEntry } from '../../../shared/events/rulings.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { listKnowledge } from '../db/devices.ts';
import { listCheckFilings, listMeetingLines } from '../db/entries.ts';
import { listInvitations, type NamedInvitation } from '../db/invitations.ts';
import { judgingPolicy } from '../db/policies.ts';
import { listRulings } from '../db/rulings.ts';
import type { Db } from '../db/schema.ts';

/** A device heard of so long before the start prepares for this meeting, and may hold a sign-in for it. */
const PREPARES_MS = 24 * 60 * 60_000;

const attendanceLine = journalEntry.extend({ event: attendanceFact });

/** What is known of one point in one meeting, ready to be folded. */
export interface Known {
  readonly invitation: NamedInvitation;
  readonly entries: readonly AttendanceEntry[];
  readonly context: AttendanceContext;
}

const TYPES = attendanceFact.options.map((option) => option.shape.type.value);
type FactType = (typeof TYPES)[number];

/** Of every invited point, or of `point` alone; in the order of the codes. `types`: of what the points recorded only that. */
export async function gatherKnown(
  db: Db,
  meeting: Meeting,
  now: number,
  point?: string,
  types: readonly FactType[] = TYPES,
): Promise<readonly Known[]> {
  const invitations = (await listInvitations(db, meeting.id)).filter(
    ({ pointCode }) => point === undefined || pointCode === point,
  );
  const facts = await factsByPoint(db, meeting.id, types, point);
  const heard = grouped(await listKnowledge(db, meeting.startsAt - PREPARES_MS, point), ({ pointCode }) => pointCode);
  const rulings = await listRulings(db, meeting.id, point);
  const ofAll = rulings.filter((entry) => entry.point === null).map(asProvinceEntry);
  const ofOne = grouped(
    rulings.filter((entry) => entry.point !== null),
    (entry) => entry.point ?? '',
  );
  const policy = await judgingPolicy(db, meeting, now);
  return invitations.map((invitation) => {
    const code = invitation.pointCode;
    const ofProvince = [...ofAll, ...(ofOne.get(code) ?? []).map(asProvinceEntry)];
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

function asProvinceEntry(entry: RulingEntry): ProvinceEntry {
  return { source: 'province', entry };
}

/** Facts about attendance, each with what the device's own checks for this meeting measured of its clock. */
async function factsByPoint(
  db: Db,
  meetingId: string,
  types: readonly FactType[],
  point?: string,
): Promise<ReadonlyMap<string, PointEntry[]>> {
  const readings = await clockReadings(db, meetingId, point);
  const lines = await listMeetingLines(db, meetingId, types, point);
  const facts = lines.map(({ hash, jws }) => {
    const { device, at: deviceAt, point: pointCode, event } = attendanceLine.parse(payloadOf(jws));
    const clock = clockAt(readings.get(device) ?? [], deviceAt);
    return { pointCode, source: 'point' as const, id: hash, device, deviceAt, clock, event };
  });
  return grouped(facts, ({ pointCode }) => pointCode);
}

/** What was measured of each device's clock by its checks for this meeting. */
export async function clockReadings(
  db: Db,
  meetingId: string,
  point?: string,
): Promise<ReadonlyMap<string, readonly ClockReading[]>> {
  const readings = (await listCheckFilings(db, meetingId, point)).flatMap(
    ({ device_id: device, at: deviceAt, clock_offset_ms: offsetMs, clock_error_ms: errorMs }) =>
      offsetMs === null || errorMs === null ? [] : [{ device, deviceAt, offsetMs, errorMs }],
  );
  return grouped(readings, ({ device }) => device);
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
