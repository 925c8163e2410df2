import type { ClockOffset, PointEntry } from '../../shared/attendance/entry.ts';
import { ownAttendance } from '../../shared/attendance/own-view.ts';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { RecordableFact } from '../../shared/events/recordable-fact.ts';
import { judgingPolicy } from '../../shared/policy/for-meeting.ts';
import type { Feed } from '../../shared/protocol/feed.ts';
import { ok, type Result } from '../../shared/result.ts';

export interface Course {
  readonly feed: Feed | null;
  /** What this device recorded of a meeting so far. */
  readonly entriesOf: (meetingId: string) => readonly PointEntry[];
  /** By this device's clock, and how that is off. */
  readonly now: number;
  readonly clock: ClockOffset | null;
}

/**
 * Whether a fact fits what is on record, so that a slip of the hand is noticed before it is written down for good.
 * Errors: `meeting-unknown`, `roster-unknown-person`, `seat-out-of-turn`, `incident-unknown`, `entry-unknown`.
 */
export function fittingFact(fact: RecordableFact, course: Course): Result<RecordableFact, AppError> {
  if (fact.type === 'person-proposed') return fittingProposal(fact, course);
  const meeting = course.feed?.meetings.find(({ id }) => id === fact.meetingId);
  if (!course.feed || !meeting) return appErr('meeting-unknown');
  const entries = course.entriesOf(meeting.id);
  const policy = judgingPolicy(course.feed, meeting);
  switch (fact.type) {
    case 'seat-left':
    case 'seat-returned':
    case 'left-early':
    case 'ended': {
      const { now: deviceAt, clock } = course;
      const tried: PointEntry = { source: 'point', id: 'tried', device: '', deviceAt, clock, event: fact };
      const moved = ownAttendance([...entries, tried], meeting, policy, course.now).presence;
      return moved.unplaced.includes(tried.id) ? appErr('seat-out-of-turn') : ok(fact);
    }
    case 'incident-updated':
    case 'incident-resolved': {
      const known = ownAttendance(entries, meeting, policy, course.now).incidents;
      return known.some((one) => one.incidentId === fact.incidentId && one.resolvedAt === null)
        ? ok(fact)
        : appErr('incident-unknown');
    }
    case 'correction':
      return entries.some(({ id }) => id === fact.of) ? ok(fact) : appErr('entry-unknown');
    default:
      return ok(fact);
  }
}

function fittingProposal(
  fact: Extract<RecordableFact, { type: 'person-proposed' }>,
  { feed }: Course,
): Result<RecordableFact, AppError> {
  const { proposal } = fact;
  if (proposal.kind === 'add') return ok(fact);
  return feed?.roster.some(({ id }) => id === proposal.personId) ? ok(fact) : appErr('roster-unknown-person');
}
