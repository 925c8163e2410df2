import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceOf } from '../../../shared/attendance/attendance.ts';
import { context } from './builders.ts';
import { DOMAIN_ROWS } from './domain-rows.ts';
import { AXES, STEPS } from './domain-transitions.ts';
import { PROPERTIES } from './properties.ts';
import { stepsOf, unfold } from './walk.ts';

/** A small dose here; `bench people` takes 100,000. */
const RUNS = 400;

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
  it('takes the steps of the domain text and no others', () => {
    fc.assert(PROPERTIES.takesNoOtherStep, { numRuns: RUNS });
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
});

it('can be anything: nothing known is no data on every axis', () => {
  const nothing = attendanceOf([], context(60, { heard: [] }));
  expect([nothing.composition.status, nothing.presence.status, nothing.connection.status]).toEqual([
    'undetermined',
    'no-data',
    'no-data',
  ]);
});
