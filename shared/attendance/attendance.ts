import { type CompositionState, reduceComposition } from './composition.ts';
import { type ConnectionState, reduceConnection } from './connection.ts';
import type { AttendanceContext } from './context.ts';
import { type OnDuty, reduceDuty } from './duty.ts';
import type { AttendanceEntry } from './entry.ts';
import { type Incident, reduceIncidents } from './incidents.ts';
import { type PresenceState, reducePresence } from './presence.ts';
import { type Timeline, timelineOf } from './timeline.ts';
import { reduceVerification, type VerificationState } from './verification.ts';

/** The attendance of one point in one meeting: four axes, never collapsed into one status. */
export interface Attendance {
  readonly composition: CompositionState;
  readonly presence: PresenceState;
  readonly verification: VerificationState;
  readonly connection: ConnectionState;
  readonly incidents: readonly Incident[];
  readonly duty: OnDuty | null;
  readonly timeline: Timeline;
}

/** Folds what is known. Any order, late or twice told, gives the same; nothing known throws nothing. */
export function attendanceOf(entries: readonly AttendanceEntry[], context: AttendanceContext): Attendance {
  const timeline = timelineOf(entries, context.meetingId);
  return {
    composition: reduceComposition(timeline, context),
    presence: reducePresence(timeline, context),
    verification: reduceVerification(timeline),
    connection: reduceConnection(timeline),
    incidents: reduceIncidents(timeline),
    duty: reduceDuty(timeline, context),
    timeline,
  };
}
