import { type Attendance, attendanceOf } from '../../../shared/attendance/attendance.ts';
import { closingOf } from '../../../shared/attendance/closing.ts';
import type { PlacedEntry } from '../../../shared/attendance/entry.ts';
import type { AttendanceDetail, AttendanceReport, AttendanceRow } from '../../../shared/protocol/attendance.ts';
import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import { findMeeting } from '../db/meetings.ts';
import { listRosters } from '../db/people.ts';
import { judgingPolicy } from '../db/policies.ts';
import { listRulings } from '../db/rulings.ts';
import type { Db } from '../db/schema.ts';
import { gatherKnown, type Known } from './gather.ts';

/** Where every invited point stands on the four axes, in Vietnamese order; null when there is no such meeting. */
export async function rollCall(db: Db, meetingId: string, now: number): Promise<AttendanceReport | null> {
  const meeting = await findMeeting(db, meetingId);
  if (meeting === undefined) return null;
  const known = await gatherKnown(db, meeting, now);
  const designated = await designatedPeople(db, known);
  const rows = known
    .map((one) => rowOf(one, attendanceOf(one.entries, one.context), designated))
    .sort((a, b) => vietnameseOrder(a.point.name, b.point.name) || vietnameseOrder(a.point.code, b.point.code));
  // Also a meeting that invites nobody can be closed.
  const closing = closingOf(await listRulings(db, meetingId), meetingId);
  const { version: judgedBy } = await judgingPolicy(db, meeting, now);
  return { meeting, generatedAt: now, judgedBy, closedAt: closing?.at ?? null, closingId: closing?.id ?? null, rows };
}

/** One point with everything that was recorded; null when it is not invited to such a meeting. */
export async function rollCallOf(
  db: Db,
  meetingId: string,
  point: string,
  now: number,
): Promise<AttendanceDetail | null> {
  const meeting = await findMeeting(db, meetingId);
  if (meeting === undefined) return null;
  const [known] = await gatherKnown(db, meeting, now, point);
  if (known === undefined) return null;
  const attendance = attendanceOf(known.entries, known.context);
  const { timeline, verification, connection, incidents } = attendance;
  return {
    row: rowOf(known, attendance, await designatedPeople(db, [known])),
    course: timeline.recorded.map((entry) => recordedOf(entry, attendance)),
    incidents: incidents.map(({ entryIds: _, causeSetBy: __, ...incident }) => incident),
    outages: connection.outages.map(({ causeSetBy: _, ...outage }) => outage),
    requests: [...verification.requests],
    corrections: [...timeline.corrections],
  };
}

type People = Awaited<ReturnType<typeof listRosters>>;

function designatedPeople(db: Db, known: readonly Known[]): Promise<People> {
  return listRosters(
    db,
    known.flatMap(({ invitation }) => (invitation.designatedPersonId === null ? [] : [invitation.pointCode])),
    'ever',
  );
}

function rowOf({ invitation, context }: Known, attendance: Attendance, people: People): AttendanceRow {
  const { pointCode, pointName, designatedPersonId } = invitation;
  const { composition, presence, verification, connection, incidents, duty } = attendance;
  const { signIn } = composition;
  return {
    point: { code: pointCode, name: pointName },
    required: context.composition,
    designated: people.get(pointCode)?.find(({ id }) => id === designatedPersonId) ?? null,
    composition: {
      status: composition.status,
      because: composition.because,
      acceptance: composition.acceptance,
      signIn: signIn && { entryId: signIn.id, person: signIn.event.person, at: signIn.at },
      approval: composition.approval,
    },
    presence: {
      status: presence.status,
      since: presence.since,
      arrivedAt: presence.arrival?.at ?? null,
      lateMinutes: presence.arrival?.lateMinutes ?? null,
      away: [...presence.away],
    },
    verification: {
      status: verification.status,
      since: verification.since,
      unanswered: verification.requests.filter(({ answerId }) => answerId === null).length,
    },
    connection: {
      status: connection.status,
      since: connection.since,
      outages: connection.outages.length,
      causeless: connection.outages.filter(({ cause }) => cause === 'undetermined').length,
    },
    duty: duty && { fullName: duty.fullName, phone: duty.phone, at: duty.at, timeliness: duty.timeliness },
    incidents: {
      open: incidents.filter(({ resolvedAt }) => resolvedAt === null).length,
      all: incidents.length,
      causeless: incidents.filter(({ cause }) => cause === 'undetermined').length,
    },
  };
}

function recordedOf(entry: PlacedEntry, { timeline }: Attendance): AttendanceDetail['course'][number] {
  const { id, at, errorMs } = entry;
  const applied = timeline.corrections.find(({ of, effect }) => of === id && effect === 'applied');
  const common = { id, at, errorMs, correctedBy: applied?.id ?? null };
  return entry.source === 'point'
    ? { ...common, deviceAt: entry.deviceAt, actor: null, fact: entry.event, ruling: null }
    : { ...common, deviceAt: null, actor: entry.actor, fact: null, ruling: entry.ruling };
}
