import type { Attendance } from '../../attendance/attendance.ts';
import type { Composition } from '../../attendance/composition.ts';
import type { Presence } from '../../attendance/presence.ts';
import type { Verification } from '../../attendance/verification.ts';
import { CAUSES, type Cause } from '../../events/incident-facts.ts';
import type { Meeting } from '../../meeting/meeting.ts';
import type { ReportPoint } from '../point-columns.ts';

export type OccasionMeeting = Pick<Meeting, 'id' | 'title' | 'startsAt' | 'expectedEndsAt'>;

/**
 * One point invited to one meeting that has begun, as far as discipline is told by it.
 * `attended` holds exactly when somebody took the seat; lateness and composition say something only then.
 */
export interface Occasion {
  readonly meeting: OccasionMeeting;
  readonly point: ReportPoint;
  readonly presence: Presence;
  readonly attended: boolean;
  readonly arrivedAt: number | null;
  /** Null when in time, or when nobody came. */
  readonly lateMinutes: number | null;
  readonly leftSeat: boolean;
  readonly leftEarly: boolean;
  readonly person: { readonly fullName: string; readonly title: string } | null;
  readonly composition: Composition;
  readonly verification: Verification;
  readonly incidents: Readonly<Record<Cause, number>>;
  readonly outages: Readonly<Record<Cause, number>>;
  /** Milliseconds without a line, as the province noticed it. */
  readonly outMs: number;
}

/** Reads an occasion off the four axes; each keeps its own word. `now` ends what still lasts. */
export function occasionOf(
  meeting: OccasionMeeting,
  point: ReportPoint,
  attendance: Attendance,
  now: number,
): Occasion {
  const { presence, composition, verification, connection, incidents } = attendance;
  const attended = presence.arrival !== null;
  const end = Math.min(now, meeting.expectedEndsAt);
  return {
    meeting,
    point,
    presence: presence.status,
    attended,
    arrivedAt: presence.arrival?.at ?? null,
    lateMinutes: presence.arrival?.lateMinutes ?? null,
    leftSeat: presence.away.length > 0,
    leftEarly: presence.status === 'left-early',
    person: attended ? (composition.signIn?.event.person ?? null) : null,
    composition: composition.status,
    verification: verification.status,
    incidents: byCause(incidents),
    outages: byCause(connection.outages),
    outMs: connection.outages.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? end) - from), 0),
  };
}

function byCause(things: readonly { readonly cause: Cause }[]): Readonly<Record<Cause, number>> {
  const counts: Record<Cause, number> = { subjective: 0, objective: 0, undetermined: 0 };
  for (const cause of CAUSES) counts[cause] = things.filter((one) => one.cause === cause).length;
  return counts;
}

/** Whether the Office will want to look at it. What did not reach us is no case. */
export function isCase({ presence, lateMinutes, leftEarly, attended, composition, verification, incidents }: Occasion) {
  const absent = ['provisionally-absent', 'excused-absence', 'unexcused-absence'].includes(presence);
  const odd = attended && ['wrong', 'substitute-pending'].includes(composition);
  const seen = verification !== 'self-declared' && verification !== 'verified';
  const troubled = CAUSES.some((cause) => incidents[cause] > 0);
  return lateMinutes !== null || leftEarly || absent || odd || seen || troubled;
}
