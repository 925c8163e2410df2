import type { Approval } from '../events/authorisation.ts';
import type { AttendanceContext } from './context.ts';
import { isSeatKnownEmpty } from './evidence.ts';
import { closingOf, rulingsOf } from './readings.ts';
import { reduceSeat, type SeatState } from './seat.ts';
import type { Timeline } from './timeline.ts';

/** Axis B of the attendance model. `no-data` says nothing about anybody: it is neither presence nor absence. */
export const PRESENCES = [
  'no-data',
  'not-yet',
  'present',
  'late',
  'left-seat',
  'returned',
  'ended',
  'left-early',
  'provisionally-absent',
  'excused-absence',
  'unexcused-absence',
] as const;
export type Presence = (typeof PRESENCES)[number];

/** Why an absence is excused: an approval, or the refusal of one. */
export type Excuse =
  | { readonly kind: 'excused'; readonly rulingId: string; readonly approval: Approval; readonly reason: string }
  | { readonly kind: 'not-excused'; readonly rulingId: string; readonly reason: string };

export interface PresenceState extends Omit<SeatState, 'seat'> {
  readonly status: Presence;
  readonly closedAt: number | null;
  /** The province's first word on an absence (to change it, it is corrected), also while it has no effect; null without one. */
  readonly excuse: Excuse | null;
}

/** Where the leader of the point is. `context.now` decides only between not yet and provisionally absent. */
export function reducePresence(timeline: Timeline, context: AttendanceContext): PresenceState {
  const { seat, ...rest } = reduceSeat(timeline, context);
  const closedAt = closingOf(timeline);
  const excuse = excuseOf(timeline);
  const status = seat === 'not-yet' ? unseated(timeline, context, closedAt !== null, excuse) : seat;
  return { ...rest, status, closedAt, excuse };
}

/** Nobody signed in: what may be said of that depends on what is known, see docs/decisions/0007. */
function unseated(timeline: Timeline, context: AttendanceContext, closed: boolean, excuse: Excuse | null): Presence {
  if (closed && excuse?.kind === 'excused') return 'excused-absence';
  if (context.now < cutOff(context)) return isHeard(timeline, context) ? 'not-yet' : 'no-data';
  if (!isSeatKnownEmpty(timeline, context, cutOff(context))) return 'no-data';
  return closed && excuse?.kind === 'not-excused' ? 'unexcused-absence' : 'provisionally-absent';
}

/** From when on a leader who is not seated counts as absent, for the time being. */
export function cutOff({ startsAt, policy }: Pick<AttendanceContext, 'startsAt' | 'policy'>): number {
  return startsAt + policy.timing.leaderAbsentMinutesAfter * 60_000;
}

function isHeard(timeline: Timeline, { heard }: AttendanceContext): boolean {
  return heard.length > 0 || timeline.recorded.some(({ source }) => source === 'point');
}

function excuseOf(timeline: Timeline): Excuse | null {
  const [first] = rulingsOf(timeline, 'excused', 'not-excused');
  if (!first) return null;
  const { id: rulingId, ruling } = first;
  return ruling.type === 'excused'
    ? { kind: 'excused', rulingId, approval: ruling.approval, reason: ruling.reason }
    : { kind: 'not-excused', rulingId, reason: ruling.reason };
}
