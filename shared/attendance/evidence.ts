import type { AttendanceContext } from './context.ts';
import { rulingsOf } from './readings.ts';
import type { Timeline } from './timeline.ts';

/**
 * Whether it is known, not merely unheard of, that nobody was seated by `cutOff`. Either somebody of the province saw the empty seat
 * then or later, or all that the point's devices recorded up to then is here, and no sign-in is among it. A device that took part
 * and fell silent before may hold a sign-in: then nothing is known.
 */
export function isSeatKnownEmpty(timeline: Timeline, context: AttendanceContext, cutOff: number): boolean {
  if (rulingsOf(timeline, 'absence-observed').some(({ at }) => at >= cutOff)) return true;
  const known = knowledge(timeline, context);
  return known.size > 0 && [...known.values()].every((upTo) => upTo >= cutOff);
}

/** Up to when each device's record is here: as the hub says, or by its own latest entry, for its chain has no gap before it. */
function knowledge(timeline: Timeline, { heard, policy }: AttendanceContext): ReadonlyMap<string, number> {
  const unmeasuredMs = policy.attendance.unmeasuredClockMinutes * 60_000;
  const known = new Map<string, number>();
  const add = (device: string, upTo: number) =>
    known.set(device, Math.max(upTo, known.get(device) ?? Number.NEGATIVE_INFINITY));
  for (const { device, upTo } of heard) add(device, upTo);
  // As recorded, not as corrected: a correction moves what happened, not when it was written down.
  for (const entry of timeline.recorded)
    if (entry.source === 'point') add(entry.device, entry.at - (entry.errorMs ?? unmeasuredMs));
  return known;
}
