import { type Attendance, attendanceOf } from '../../../shared/attendance/attendance.ts';
import type { AttendanceEntry } from '../../../shared/attendance/entry.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import type { AttendanceDetail, AttendanceReport, AttendanceRow } from '../../../shared/protocol/attendance.ts';
import type { ReadinessRow } from '../../../shared/protocol/console.ts';

const MINUTE = 60_000;

/**
 * A roll call of the fake hub: what each point recorded goes by its number, so that every status is on the screen. `at`: the hour at
 * which it is called, and up to which the points are heard of.
 */
export function rollCallOf(
  meeting: Meeting,
  points: readonly Pick<ReadinessRow, 'point'>[],
  now: number,
  at = meeting.startsAt + 20 * MINUTE,
) {
  const known = points.map(({ point }, index) => {
    const entries = courseOf(meeting, index);
    const heard = index % 6 === 1 ? [{ device: 'd', upTo: at }] : [];
    const context = {
      ...meeting,
      meetingId: meeting.id,
      designatedPersonId: 'p1',
      policy: DEFAULT_POLICY,
      heard,
      now: at,
    };
    return { point, attendance: attendanceOf(entries, context) };
  });
  const rows = known.map(({ point, attendance }) => rowOf(point, meeting, attendance));
  const report: AttendanceReport = { meeting, generatedAt: now, closedAt: null, rows };
  return {
    report,
    detailOf(code: string): AttendanceDetail | null {
      const found = known.find(({ point }) => point.code === code);
      return found ? detail(found.point, meeting, found.attendance) : null;
    },
  };
}

function courseOf(meeting: Meeting, index: number): readonly AttendanceEntry[] {
  const kind = index % 6;
  if (kind < 2) return [];
  const fact = (id: string, minutes: number, event: object): AttendanceEntry =>
    ({
      source: 'point',
      id: `${id}-${index}`,
      device: 'd',
      deviceAt: meeting.startsAt + minutes * MINUTE,
      clock: kind === 3 ? null : { offsetMs: 0, errorMs: 20 },
      event: { meetingId: meeting.id, note: '', ...event },
    }) as AttendanceEntry;
  const substitution = {
    basis: 'authorisation',
    documentNumber: '15/GUQ-UBND',
    signer: 'Rah Lan Chung',
    reason: 'Đi công tác',
  };
  const person = {
    id: kind === 2 ? 'p2' : 'p1',
    fullName: kind === 2 ? 'Nguyễn Thị Hồng Nhung' : 'Rah Lan Chung',
    title: 'Chủ tịch UBND xã',
  };
  const signedIn = fact('in', kind === 4 ? 12 : -8, {
    type: 'leader-signed-in',
    person,
    designatedPersonId: 'p1',
    substitution: kind === 2 ? substitution : null,
  });
  if (kind !== 5) return [signedIn];
  return [
    signedIn,
    fact('left', 5, { type: 'seat-left', note: 'Nghe điện thoại' }),
    fact('back', 9, { type: 'seat-returned' }),
  ];
}

function rowOf(point: AttendanceRow['point'], meeting: Meeting, attendance: Attendance): AttendanceRow {
  const { composition, presence, verification, connection } = attendance;
  const { signIn, status, because, acceptance, approval } = composition;
  return {
    point,
    required: meeting.composition,
    designated: { id: 'p1', fullName: 'Rah Lan Chung', title: 'Chủ tịch UBND xã' },
    composition: {
      status,
      because,
      acceptance,
      approval,
      signIn: signIn && { entryId: signIn.id, person: signIn.event.person, at: signIn.at },
    },
    presence: {
      status: presence.status,
      since: presence.since,
      arrivedAt: presence.arrival?.at ?? null,
      lateMinutes: presence.arrival?.lateMinutes ?? null,
      away: [...presence.away],
    },
    verification: { status: verification.status, since: verification.since, unanswered: 0 },
    connection: { status: connection.status, since: connection.since, outages: 0, causeless: 0 },
    duty: attendance.duty && { ...attendance.duty },
    incidents: { open: 0, all: 0, causeless: 0 },
  };
}

function detail(point: AttendanceRow['point'], meeting: Meeting, attendance: Attendance): AttendanceDetail {
  const course = attendance.timeline.recorded.flatMap((entry) =>
    entry.source === 'point'
      ? [
          {
            id: entry.id,
            at: entry.at,
            errorMs: entry.errorMs,
            deviceAt: entry.deviceAt,
            correctedBy: null,
            actor: null,
            fact: entry.event,
            ruling: null,
          },
        ]
      : [],
  );
  return { row: rowOf(point, meeting, attendance), course, incidents: [], outages: [], requests: [], corrections: [] };
}
