import { type Attendance, attendanceOf } from '../../../shared/attendance/attendance.ts';
import type { AttendanceContext } from '../../../shared/attendance/context.ts';
import type { AttendanceEntry } from '../../../shared/attendance/entry.ts';
import { cutOff } from '../../../shared/attendance/presence.ts';
import { timelineOf } from '../../../shared/attendance/timeline.ts';
import type { Axis } from './domain-transitions.ts';

/** What each axis says one after the other, as a course unfolds: after each entry, and when the cut-off passes. */
export function unfold(entries: readonly AttendanceEntry[], context: AttendanceContext): readonly Attendance[] {
  const { recorded } = timelineOf(entries, context.meetingId);
  const place = new Map(recorded.map(({ id }, index) => [id, index]));
  const limit = cutOff(context);
  const prefix = (count: number) =>
    entries.filter((entry) => (place.get(entry.source === 'point' ? entry.id : entry.entry.id) ?? 0) < count);
  const at = (count: number, now: number) => {
    const heard = context.heard.map((one) => ({ ...one, upTo: Math.min(one.upTo, now) }));
    return attendanceOf(prefix(count), { ...context, now, heard });
  };
  const states: Attendance[] = [at(0, Math.min(limit - 1, recorded[0]?.at ?? limit))];
  const before = recorded.filter(({ at: time }) => time < limit).length;
  for (let count = 1; count <= before; count++) states.push(at(count, recorded[count - 1]?.at ?? limit));
  states.push(at(before, limit));
  for (let count = before + 1; count <= recorded.length; count++)
    states.push(at(count, recorded[count - 1]?.at ?? limit));
  return states;
}

/** What an axis says, and of which declaration: a further sign-in begins anew. */
type Reading = (attendance: Attendance) => { readonly of: string | null; readonly status: string };

const READINGS = {
  composition: ({ composition }) => ({ of: composition.signIn?.id ?? null, status: composition.status }),
  presence: ({ presence }) => ({ of: null, status: presence.status }),
  verification: ({ verification }) => ({ of: verification.of, status: verification.status }),
  connection: ({ connection }) => ({ of: null, status: connection.status }),
} as const satisfies Record<Axis, Reading>;

/** The steps of one axis, as `from → to`. */
export function stepsOf(states: readonly Attendance[], axis: Axis): readonly string[] {
  const reading: Reading = READINGS[axis];
  const read = states.map(reading);
  return read.flatMap((to, index) => {
    const from = read[index - 1];
    return !from || from.status === to.status || from.of !== to.of ? [] : [`${from.status} → ${to.status}`];
  });
}
