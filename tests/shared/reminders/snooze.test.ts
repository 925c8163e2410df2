import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_REMINDERS, type ReminderTimes } from '../../../shared/policy/reminders.ts';
import { dueReminders, type ReminderFacts } from '../../../shared/reminders/reminder.ts';
import { type Snoozes, showingOf, shownReminders } from '../../../shared/reminders/snooze.ts';
import { FACTS, MINUTE, START } from './facts.ts';

const momentAt = (minutesBefore: number) => Math.round(START - minutesBefore * MINUTE);
const shownAt = (minutesBefore: number, snoozes: Snoozes, times = DEFAULT_REMINDERS, facts: ReminderFacts = FACTS) => {
  const now = momentAt(minutesBefore);
  return shownReminders(dueReminders(facts, now, times), snoozes, now, times);
};
const keyOf = (item: 'check' | 'leader') => `${item} m1 ${START}`;
const later = (item: 'check' | 'leader', minutesBefore: number) => ({
  [keyOf(item)]: momentAt(minutesBefore),
});

describe('“remind me later”', () => {
  it('hides for five minutes, and then shows again by itself', () => {
    const snoozes = later('check', 50);
    expect(shownAt(50, snoozes)).toEqual([]);
    expect(shownAt(45.01, snoozes)).toEqual([]);
    expect(shownAt(45, snoozes)[0]).toMatchObject({ item: 'check', shownSince: START - 45 * MINUTE });
  });

  it('ends at the next threshold, however little time has passed', () => {
    expect(shownAt(30, later('check', 31))[0]).toMatchObject({ item: 'check', shownSince: START - 30 * MINUTE });
  });

  it('hides one item, not the other', () => {
    expect(shownAt(8, later('check', 9)).map(({ item }) => item)).toEqual(['leader']);
  });

  it('does not outlive a change of the meeting’s hour', () => {
    const moved = { ...FACTS, meeting: { ...FACTS.meeting, startsAt: START + MINUTE } };
    expect(shownAt(50, later('check', 51), DEFAULT_REMINDERS, moved)).toHaveLength(1);
  });

  it('asked for in the future, before the clock was set back, hides nothing', () => {
    expect(shownAt(55, later('check', 31))).toHaveLength(1);
  });

  it('gives each showing a name of its own, and the same name while it lasts', () => {
    const names = [59, 58, 45, 40, 29].map((at) => shownAt(at, later('check', 50)).map(showingOf)[0]);
    expect(names[0]).toBe(names[1]);
    expect(names[2]).toBe(names[3]);
    expect(new Set(names).size).toBe(3);
  });
});

/** To a second, as parts of a minute: whole milliseconds from the start either way. */
const minutes = (max: number) => fc.integer({ min: 0, max: max * 60 }).map((seconds) => seconds / 60);
const times: fc.Arbitrary<ReminderTimes> = fc.record({
  checkMinutesBefore: fc.array(fc.integer({ min: 1, max: 180 }), { minLength: 1, maxLength: 6 }),
  leaderMinutesBefore: fc.integer({ min: 1, max: 180 }),
  snoozeMinutes: fc.integer({ min: 1, max: 60 }),
});
const item = fc.constantFrom('check' as const, 'leader' as const);
/** Minutes before the start at which "later" was pressed, and at which one looks again. */
const moments = fc.tuple(minutes(200), minutes(200));

describe('whatever the policy and whenever “later” was pressed', () => {
  it('a due item hides only within the snooze, and only while no further threshold passed', () => {
    fc.assert(
      fc.property(times, item, moments, (policy, which, [pressed, looked]) => {
        const due = shownAt(looked, {}, policy).find((one) => one.item === which);
        const shown = shownAt(looked, later(which, pressed), policy).find((one) => one.item === which);
        if (!due) expect(shown).toBeUndefined();
        else if (!shown) {
          expect(looked).toBeLessThanOrEqual(pressed);
          expect(pressed - looked).toBeLessThan(policy.snoozeMinutes + 1e-6);
          expect(due.dueSince).toBeLessThanOrEqual(momentAt(pressed));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('an item shows again once the snooze is over, if it is still due', () => {
    fc.assert(
      fc.property(times, item, minutes(200), minutes(200), (policy, which, pressed, passed) => {
        const looked = pressed - policy.snoozeMinutes - passed;
        const isDue = shownAt(looked, {}, policy).some((one) => one.item === which);
        expect(shownAt(looked, later(which, pressed), policy).some((one) => one.item === which)).toBe(isDue);
      }),
      { numRuns: 2000 },
    );
  });

  it('what is done never shows', () => {
    fc.assert(
      fc.property(times, moments, item, (policy, [pressed, looked], which) => {
        const done = { ...FACTS, checkDone: true, leaderSeated: true };
        expect(shownAt(looked, later(which, pressed), policy, done)).toEqual([]);
      }),
    );
  });

  it('pressing it again and again never leaves an item hidden longer than one snooze after the last', () => {
    const presses = fc.array(minutes(180), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(times, presses, (policy, all) => {
        const last = Math.min(...all);
        const after = last - policy.snoozeMinutes - 0.001;
        const isDue = shownAt(after, {}, policy).length;
        const snoozes = { ...later('check', last), ...later('leader', last) };
        expect(shownAt(after, snoozes, policy)).toHaveLength(isDue);
      }),
    );
  });
});
