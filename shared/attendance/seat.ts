import type { AttendanceContext } from './context.ts';
import type { PlacedEntry, PlacedFact } from './entry.ts';
import { closingOf } from './readings.ts';
import type { Timeline } from './timeline.ts';

/** Where the leader is, by what the point recorded. */
export type Seat = 'not-yet' | 'present' | 'late' | 'left-seat' | 'returned' | 'ended' | 'left-early';

type Move = 'signed-in-on-time' | 'signed-in-late' | 'seat-left' | 'seat-returned' | 'left-early' | 'ended';

const FROM_SEAT = { 'seat-left': 'left-seat', 'left-early': 'left-early', ended: 'ended' } as const;

/** DOMAIN, axis B: what leads where. What stands not here happens not: such a fact is kept and shown, but moves nothing. */
const NEXT: Readonly<Record<Seat, Readonly<Partial<Record<Move, Seat>>>>> = {
  'not-yet': { 'signed-in-on-time': 'present', 'signed-in-late': 'late' },
  present: FROM_SEAT,
  late: FROM_SEAT,
  'left-seat': {
    'seat-returned': 'returned',
    // Whoever signs in sits there.
    'signed-in-on-time': 'returned',
    'signed-in-late': 'returned',
    'left-early': 'left-early',
    ended: 'ended',
  },
  returned: FROM_SEAT,
  ended: {},
  'left-early': {},
};

export interface Arrival {
  readonly entryId: string;
  /** By the province's clock, as far as known; `errorMs` null where the device's clock was not measured. */
  readonly at: number;
  readonly errorMs: number | null;
  readonly deviceAt: number;
  /** Whole minutes after the start; null when in time. */
  readonly lateMinutes: number | null;
}

export interface SeatState {
  readonly seat: Seat;
  /** When the seat came to be so; null before the first sign-in. */
  readonly since: number | null;
  readonly arrival: Arrival | null;
  /** Each time the seat was left, until when; `to` null when nobody returned. */
  readonly away: readonly { readonly from: number; readonly to: number | null }[];
  /** Ids of facts about the seat that fitted nowhere. */
  readonly unplaced: readonly string[];
}

const EMPTY: SeatState = { seat: 'not-yet', since: null, arrival: null, away: [], unplaced: [] };

export function reduceSeat(timeline: Timeline, context: AttendanceContext): SeatState {
  const closedAt = closingOf(timeline);
  return timeline.entries.reduce((state, entry) => step(state, entry, closedAt, context), EMPTY);
}

function step(state: SeatState, entry: PlacedEntry, closedAt: number | null, context: AttendanceContext): SeatState {
  if (entry.source !== 'point') return state;
  const move = moveOf(entry, context);
  if (move === null) return state;
  const { seat } = state;
  const next = isTooLate(entry, closedAt) ? undefined : NEXT[seat][move];
  if (next === undefined) {
    // Signing in where one sits already moves nothing, but is no misfit either: it may be another person.
    const inSeat = seat === 'present' || seat === 'late' || seat === 'returned';
    const again = inSeat && (move === 'signed-in-on-time' || move === 'signed-in-late');
    return again && !isTooLate(entry, closedAt) ? state : { ...state, unplaced: [...state.unplaced, entry.id] };
  }
  const { at } = entry;
  const arrival = state.arrival ?? arrivalOf(entry, next === 'late', context.startsAt);
  return { ...state, seat: next, since: at, arrival, away: awayAfter(state.away, next, at) };
}

function moveOf(entry: PlacedFact, { startsAt, policy }: AttendanceContext): Move | null {
  switch (entry.event.type) {
    case 'seat-left':
    case 'seat-returned':
    case 'left-early':
    case 'ended':
      return entry.event.type;
    case 'leader-signed-in': {
      const lateFrom = startsAt + policy.timing.leaderLateMinutesAfter * 60_000;
      // Late only when the whole margin of the measured clock lies beyond: doubt is not held against anyone.
      return entry.at - (entry.errorMs ?? 0) > lateFrom ? 'signed-in-late' : 'signed-in-on-time';
    }
    default:
      return null;
  }
}

/** After the close only its end can still be recorded; whoever comes then has not attended. */
function isTooLate({ at, event }: PlacedFact, closedAt: number | null): boolean {
  return closedAt !== null && at > closedAt && event.type !== 'ended';
}

function arrivalOf({ id, at, errorMs, deviceAt }: PlacedFact, late: boolean, startsAt: number): Arrival {
  return { entryId: id, at, errorMs, deviceAt, lateMinutes: late ? Math.floor((at - startsAt) / 60_000) : null };
}

function awayAfter(away: SeatState['away'], next: Seat, at: number): SeatState['away'] {
  if (next === 'left-seat') return [...away, { from: at, to: null }];
  if (next !== 'returned') return away;
  return away.map((one, index) => (index === away.length - 1 ? { ...one, to: at } : one));
}
