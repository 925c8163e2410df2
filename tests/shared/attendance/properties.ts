import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type Attendance, attendanceOf } from '../../../shared/attendance/attendance.ts';
import type { AttendanceEntry } from '../../../shared/attendance/entry.ts';
import { cutOff, type Presence } from '../../../shared/attendance/presence.ts';
import { anyContext, arrival, course, saysAbsent } from './courses.ts';
import { AXES, STEPS } from './domain-transitions.ts';
import { stepsOf, unfold } from './walk.ts';

const ABSENT: readonly Presence[] = ['provisionally-absent', 'excused-absence', 'unexcused-absence'];

/** Whatever arrives in whatever order, late and twice, ends the same. */
export const converges = fc.property(
  course({ corrections: true }).chain((entries) => fc.tuple(fc.constant(entries), arrival(entries), arrival(entries))),
  anyContext,
  ([entries, once, again], context) => {
    const first = attendanceOf(entries, context);
    return (
      isDeepStrictEqual(attendanceOf(once, context), first) && isDeepStrictEqual(attendanceOf(again, context), first)
    );
  },
);

/** A course in which no device is known up to the cut-off and nobody of the province said a word on an absence. */
export const missingDataIsNoAbsence = fc.property(course({ corrections: true }), anyContext, (entries, context) => {
  const silent = entries.filter((entry) => !saysAbsent(entry)).filter((entry) => isBefore(entry, cutOff(context)));
  const unheard = {
    ...context,
    heard: context.heard.map((one) => ({ ...one, upTo: Math.min(one.upTo, cutOff(context) - 1) })),
  };
  return !ABSENT.includes(attendanceOf(silent, unheard).presence.status);
});

/** Leaves out what a device recorded from the cut-off on: that would prove that it was heard of. */
function isBefore(entry: AttendanceEntry, limit: number): boolean {
  return entry.source === 'province' || entry.deviceAt + (entry.clock?.offsetMs ?? 0) < limit;
}

/** An absence is never unexcused without a ruling that says so and evidence, nor excused without an approval. */
export const absenceNeedsItsRuling = fc.property(course({ corrections: true }), anyContext, (entries, context) => {
  const { presence } = attendanceOf(entries, context);
  if (presence.status === 'excused-absence') return presence.excuse?.kind === 'excused' && presence.closedAt !== null;
  if (presence.status === 'unexcused-absence')
    return presence.excuse?.kind === 'not-excused' && presence.closedAt !== null;
  return true;
});

/** The axes know nothing of one another: what only one of them is told by moves no other. */
export const axesStayApart = fc.property(course({ corrections: false }), anyContext, (entries, context) => {
  const all = attendanceOf(entries, context);
  const without = attendanceOf(
    entries.filter((entry) => entry.source === 'point' || !entry.entry.ruling.type.startsWith('connection-')),
    context,
  );
  const others = ({ composition, presence, verification }: Attendance) => ({ composition, presence, verification });
  return isDeepStrictEqual(others(all), others(without));
});

/** Unfolding, an axis takes only the steps of the domain text. Without corrections, which may undo anything. */
export const takesNoOtherStep = fc.property(course({ corrections: false }), anyContext, (entries, context) => {
  const states = unfold(causal(entries), context);
  return AXES.every((axis) => stepsOf(states, axis).every((step) => isAllowed(step, STEPS[axis])));
});

/** A ruling may lie ready before what it rules on is known: then the step through the provisional absence takes no time. */
function isAllowed(step: string, allowed: readonly string[]): boolean {
  const [from, to] = step.split(' → ');
  const through = 'provisionally-absent';
  return allowed.includes(step) || (allowed.includes(`${from} → ${through}`) && allowed.includes(`${through} → ${to}`));
}

/** Nobody answers before the question: such answers are unasked ones. */
function causal(entries: readonly AttendanceEntry[]): readonly AttendanceEntry[] {
  return entries.map((entry) =>
    entry.source === 'point' && entry.event.type === 'explanation-given'
      ? { ...entry, event: { ...entry.event, requestId: null } }
      : entry,
  );
}

/** All that must hold of any course, by name. */
export const PROPERTIES = {
  converges,
  missingDataIsNoAbsence,
  absenceNeedsItsRuling,
  takesNoOtherStep,
  axesStayApart,
} as const;
