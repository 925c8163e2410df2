import type { HelpTimes } from '../policy/help.ts';
import type { WallRow } from '../protocol/wall.ts';

/**
 * How a point stands on the wall. Beside the readiness of its record: `checking`, a check runs there right now; `not-started`,
 * the point is online and has nothing on record for this meeting; `no-data`, nothing has been heard of it, which says nothing
 * about it.
 */
export const WALL_STATES = [
  'not-ready',
  'unmeasured',
  'no-data',
  'not-started',
  'incomplete',
  'checking',
  'ready-with-notes',
  'ready',
] as const;
export type WallState = (typeof WALL_STATES)[number];

/** `checkingUntil`: up to when a running check is believed; null where none is. Times by the hub's clock. */
export function wallStateOf(
  row: Pick<WallRow, 'state' | 'lastContactAt'>,
  checkingUntil: number | null,
  now: number,
  times: Pick<HelpTimes, 'onlineSeconds'>,
): WallState {
  if (checkingUntil !== null && checkingUntil > now) return 'checking';
  if (row.state !== 'no-data') return row.state;
  const online = row.lastContactAt !== null && now - row.lastContactAt <= times.onlineSeconds * 1000;
  return online ? 'not-started' : 'no-data';
}
