import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceOf } from '../../../shared/attendance/attendance.ts';
import type { AttendanceEntry } from '../../../shared/attendance/entry.ts';
import { context } from './builders.ts';
import { anyContext, course } from './courses.ts';
import { DOMAIN_ROWS } from './domain-rows.ts';
import { COMPOSITION_STEPS, CONNECTION_STEPS, PRESENCE_STEPS, VERIFICATION_STEPS } from './domain-transitions.ts';
import { PROPERTIES } from './properties.ts';
import { type Axis, stepsOf, unfold } from './walk.ts';

/** A small dose here; `bench people` takes 100,000. */
const RUNS = 400;

const STEPS: Readonly<Record<Axis, readonly string[]>> = {
  composition: COMPOSITION_STEPS,
  presence: PRESENCE_STEPS,
  verification: VERIFICATION_STEPS,
  connection: CONNECTION_STEPS,
};
const AXES = ['composition', 'presence', 'verification', 'connection'] as const;

describe('any course of a meeting', () => {
  it('ends the same in whatever order it arrives, late and twice', () => {
    fc.assert(PROPERTIES.converges, { numRuns: RUNS });
  });
  it('makes no absence of missing data without an explicit ruling', () => {
    fc.assert(PROPERTIES.missingDataIsNoAbsence, { numRuns: RUNS });
  });
  it('excuses by an approval and denies excuse by a ruling, at the close', () => {
    fc.assert(PROPERTIES.absenceNeedsItsRuling, { numRuns: RUNS });
  });
  it('keeps the axes apart', () => {
    fc.assert(PROPERTIES.axesStayApart, { numRuns: RUNS });
  });
});

describe.each(AXES)('the steps of %s', (axis) => {
  it('are all reached by the rows of the domain text', () => {
    const walked = DOMAIN_ROWS.flatMap((row) =>
      stepsOf(unfold(row.entries, context(row.now ?? 60, row.context)), axis),
    );
    expect([...STEPS[axis]].filter((step) => !walked.includes(step))).toEqual([]);
  });

  it('are those of the domain text and no others', () => {
    fc.assert(
      fc.property(course({ corrections: false }), anyContext, (entries, judgedBy) => {
        for (const step of stepsOf(unfold(causal(entries), judgedBy), axis))
          expect(isAllowed(step, STEPS[axis]), step).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
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

it('can be anything: nothing known is no data on every axis', () => {
  const nothing = attendanceOf([], context(60, { heard: [] }));
  expect([nothing.composition.status, nothing.presence.status, nothing.connection.status]).toEqual([
    'undetermined',
    'no-data',
    'no-data',
  ]);
});
