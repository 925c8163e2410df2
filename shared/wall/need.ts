import type { WallRow } from '../protocol/wall.ts';
import type { WallState } from './wall-state.ts';

/**
 * Why somebody should call a point. `silent`: nothing has come although the time is near; `fault`: a required thing is broken;
 * `unmeasured`: the software could not tell; `unfinished`: begun and not finished; `no-leader`: ready, but nobody signed in.
 */
export const NEEDS = ['silent', 'fault', 'unmeasured', 'unfinished', 'no-leader'] as const;
export type Need = (typeof NEEDS)[number];

/** From when on the meeting is so near that what is missing is a reason to call; minutes before its start. */
export interface NeedTimes {
  readonly readinessWarnMinutesBefore: number;
  readonly leaderWarnMinutesBefore: number;
}

const MINUTE = 60_000;

/**
 * A broken thing needs a call whenever it is seen: mending takes time. What is merely missing does only once the time left
 * is short, for a point that has its check planned at half past seven has done nothing wrong at seven.
 */
export function needOf(row: Pick<WallRow, 'leader'>, state: WallState, leftMs: number, times: NeedTimes): Need | null {
  const near = leftMs <= times.readinessWarnMinutesBefore * MINUTE;
  switch (state) {
    case 'not-ready':
      return 'fault';
    case 'unmeasured':
      return 'unmeasured';
    case 'no-data':
    case 'not-started':
      return near ? 'silent' : null;
    case 'incomplete':
      return near ? 'unfinished' : null;
    case 'checking':
      return null;
    case 'ready':
    case 'ready-with-notes':
      return row.leader === null && leftMs <= times.leaderWarnMinutesBefore * MINUTE ? 'no-leader' : null;
  }
}
