import type { Meeting } from '../meeting/meeting.ts';
import type { HelpTimes } from '../policy/help.ts';
import type { CallStanding, WallRow } from '../protocol/wall.ts';
import { type Need, type NeedTimes, needOf } from './need.ts';
import { type WallState, wallStateOf } from './wall-state.ts';

/** A point as the wall shows it at one moment. */
export interface Tile {
  readonly row: WallRow;
  /** Where the point stands in Vietnamese order, from 0. */
  readonly place: number;
  readonly state: WallState;
  readonly need: Need | null;
  /** Who is calling it, or has just called it; null when nobody. */
  readonly call: CallStanding | null;
}

export interface WallMoment {
  /** By the hub's clock. */
  readonly now: number;
  readonly meeting: Pick<Meeting, 'startsAt' | 'expectedEndsAt' | 'status'>;
  readonly times: NeedTimes & Pick<HelpTimes, 'onlineSeconds'>;
  /** By point: up to when a running check is believed. */
  readonly checking: ReadonlyMap<string, number>;
  readonly calls: ReadonlyMap<string, CallStanding>;
}

export function tileOf(row: WallRow, place: number, moment: WallMoment): Tile {
  const { now, meeting, times } = moment;
  const state = wallStateOf(row, moment.checking.get(row.code) ?? null, now, times);
  const call = moment.calls.get(row.code) ?? null;
  return {
    row,
    place,
    state,
    // Once it is over, or called off, no call changes anything any more.
    need:
      meeting.status === 'cancelled' || now >= meeting.expectedEndsAt
        ? null
        : needOf(row, state, meeting.startsAt - now, times),
    call: call !== null && call.until > now ? call : null,
  };
}
