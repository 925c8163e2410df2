import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { policy } from '../../../shared/policy/policy.ts';
import { DEFAULT_REMINDERS } from '../../../shared/policy/reminders.ts';
import { dueReminders, type ReminderFacts } from '../../../shared/reminders/reminder.ts';
import { FACTS, MINUTE, START } from './facts.ts';

/** What is due so many minutes before the start; negative: after it. */
const dueAt = (minutesBefore: number, facts: ReminderFacts = FACTS) =>
  dueReminders(facts, START - minutesBefore * MINUTE, DEFAULT_REMINDERS);
const items = (minutesBefore: number, facts?: ReminderFacts) => dueAt(minutesBefore, facts).map(({ item }) => item);

describe('what a point is reminded of', () => {
  it.each([
    ['nothing before the first threshold', 60.01, []],
    ['the check from T-60', 60, ['check']],
    ['the check still after T-15', 14, ['check']],
    ['the leader too from T-10', 10, ['check', 'leader']],
    ['the leader alone once the meeting has begun', 0, ['leader']],
    ['the leader to the end', -119.99, ['leader']],
    ['nothing once the meeting is over', -120, []],
  ])('is %s', (_, minutesBefore, expected) => {
    expect(items(minutesBefore)).toEqual(expected);
  });

  it.each([
    [60, 60],
    [31, 60],
    [30, 30],
    [15, 15],
    [1, 15],
  ])('at T-%d names the threshold T-%d', (minutesBefore, threshold) => {
    expect(dueAt(minutesBefore)[0]?.dueSince).toBe(START - threshold * MINUTE);
  });

  it('is nothing that is done', () => {
    expect(items(5, { ...FACTS, checkDone: true })).toEqual(['leader']);
    expect(items(5, { ...FACTS, leaderSeated: true })).toEqual(['check']);
    expect(items(5, { ...FACTS, checkDone: true, leaderSeated: true })).toEqual([]);
  });

  it('is nothing without a meeting, nor for a cancelled one', () => {
    expect(items(5, { ...FACTS, meeting: null })).toEqual([]);
    expect(items(5, { ...FACTS, meeting: { ...FACTS.meeting, status: 'cancelled' } })).toEqual([]);
  });

  it('is another reminder once the meeting has moved', () => {
    const moved = { ...FACTS, meeting: { ...FACTS.meeting, startsAt: START + MINUTE } };
    expect(dueAt(20, moved)[0]?.key).not.toBe(dueAt(20)[0]?.key);
    expect(dueAt(50)[0]?.key).toBe(dueAt(20)[0]?.key);
  });
});

describe('the policy', () => {
  it('of before there were reminders still parses, and has the default ones', () => {
    const { reminders: _, ...old } = DEFAULT_POLICY;
    expect(policy.parse(old).reminders).toEqual(DEFAULT_REMINDERS);
  });

  it('decides when: a province may ask for the check once, a day before', () => {
    const times = { ...DEFAULT_REMINDERS, checkMinutesBefore: [24 * 60] };
    const [check] = dueReminders(FACTS, START - 20 * MINUTE, times);
    expect(check?.dueSince).toBe(START - 24 * 60 * MINUTE);
    expect(dueReminders(FACTS, START - 20 * MINUTE, { ...times, checkMinutesBefore: [] })).toEqual([]);
  });
});
