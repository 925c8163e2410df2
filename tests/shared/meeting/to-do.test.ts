import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { Verdict } from '../../../shared/checks/verdict.ts';
import { EMPTY_RECORD, type MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { nextToDo, TO_DO_STEPS, type ToDoFacts, toDoOf } from '../../../shared/meeting/to-do.ts';
import { DEFAULT_CHECKLIST } from '../../../shared/policy/default-checklist.ts';

const FACTS: ToDoFacts = { record: EMPTY_RECORD, checklist: DEFAULT_CHECKLIST, onDuty: false, pending: 0, unsaved: 0 };
const standing = (verdict: Verdict) => ({ verdict, reason: 'ok', values: {}, at: 1 });
const checksOf = (verdict: Verdict) => Object.fromEntries(CHECK_IDS.map((id) => [id, standing(verdict)]));
const answered = (answer: 'yes' | 'no') =>
  Object.fromEntries(DEFAULT_CHECKLIST.map(({ id }) => [id, { answer, note: '', at: 1 }]));
const seated = { person: { id: 'p', fullName: 'A', title: '' }, designatedPersonId: 'p', substitution: null, at: 1 };

function states(facts: Partial<ToDoFacts>, record: Partial<MeetingRecord> = {}) {
  return toDoOf({ ...FACTS, ...facts, record: { ...EMPTY_RECORD, ...record } }).map(({ state }) => state);
}

describe('what is still to be done', () => {
  it.each([
    ['nothing was done', {}, {}, ['todo', 'todo', 'todo', 'todo', 'later']],
    ['on duty', { onDuty: true }, {}, ['done', 'todo', 'todo', 'todo', 'so-far']],
    ['tested', { pending: 2 }, { checks: checksOf('pass') }, ['todo', 'done', 'todo', 'todo', 'waits']],
    ['a warning holds', {}, { checks: checksOf('warn') }, ['todo', 'done', 'todo', 'todo', 'so-far']],
    ['a fault is mended', {}, { checks: checksOf('fail') }, ['todo', 'mend', 'todo', 'todo', 'so-far']],
    ['not measured is mended', {}, { checks: checksOf('unmeasured') }, ['todo', 'mend', 'todo', 'todo', 'so-far']],
    [
      'not on disk',
      { pending: 2, unsaved: 1 },
      { checks: checksOf('pass') },
      ['todo', 'done', 'todo', 'todo', 'unsaved'],
    ],
    ['answered no', {}, { manual: answered('no') }, ['todo', 'todo', 'mend', 'todo', 'so-far']],
    [
      'all of it, one fault left',
      { onDuty: true },
      { checks: checksOf('fail'), manual: answered('yes'), leader: seated },
      ['done', 'mend', 'done', 'done', 'done'],
    ],
    [
      'all of it',
      { onDuty: true },
      { checks: checksOf('pass'), manual: answered('yes'), leader: seated },
      ['done', 'done', 'done', 'done', 'done'],
    ],
  ] as const)('%s', (_name, facts, record, expected) => {
    expect(states(facts, record)).toEqual(expected);
  });

  it('is one step at a time, the first that a person can do something about', () => {
    expect(nextToDo(toDoOf(FACTS))?.step).toBe('duty');
    expect(nextToDo(toDoOf({ ...FACTS, onDuty: true }))?.step).toBe('check');
    const all = { ...EMPTY_RECORD, checks: checksOf('pass'), manual: answered('yes'), leader: seated };
    expect(nextToDo(toDoOf({ ...FACTS, record: all, onDuty: true, pending: 9 }))).toBeNull();
  });

  it('never goes back when more is done', () => {
    const facts = fc.record({
      onDuty: fc.boolean(),
      tested: fc.subarray([...CHECK_IDS]),
      answered: fc.subarray(DEFAULT_CHECKLIST.map(({ id }) => id)),
      seated: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom(...CHECK_IDS), (one, more) => {
        const factsOf = (tested: readonly string[]): ToDoFacts => ({
          ...FACTS,
          onDuty: one.onDuty,
          record: {
            ...EMPTY_RECORD,
            checks: Object.fromEntries(tested.map((id) => [id, standing('pass')])),
            manual: Object.fromEntries(one.answered.map((id) => [id, { answer: 'yes', note: '', at: 1 }])),
            leader: one.seated ? seated : null,
          },
        });
        const rank = (tested: readonly string[]) => {
          const next = nextToDo(toDoOf(factsOf(tested)));
          return next === null ? TO_DO_STEPS.length : TO_DO_STEPS.indexOf(next.step);
        };
        expect(rank([...one.tested, more])).toBeGreaterThanOrEqual(rank(one.tested));
      }),
    );
  });
});
