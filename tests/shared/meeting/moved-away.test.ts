import { expect, it } from 'vitest';
import { movedAway } from '../../../shared/meeting/moved-away.ts';

const HOUR = 3_600_000;
const meeting = (id: string, at: number, was?: { startsAt?: number; expectedEndsAt?: number; title?: string }) => ({
  id,
  status: 'scheduled' as 'scheduled' | 'cancelled',
  startsAt: at * HOUR,
  expectedEndsAt: (at + 2) * HOUR,
  lastChange: was === undefined ? null : { at: 0, reason: 'Trùng lịch', before: was },
});
const next = meeting('next', 10);
const told = (one: ReturnType<typeof meeting>, now = 8, shown: typeof next | null = next) =>
  movedAway([next, one], shown, now * HOUR).map(({ meeting: { id }, wasAt }) => `${id} was at ${wasAt / HOUR}`);

it('tells of a meeting that was to come first and was put off', () => {
  expect(told(meeting('moved', 30, { startsAt: 9 * HOUR }))).toEqual(['moved was at 9']);
  expect(told(meeting('moved', 30, { startsAt: 10 * HOUR })), 'as early as the next').toEqual(['moved was at 10']);
});

it('tells of it until the time it was to end at, and no longer', () => {
  expect(told(meeting('moved', 30, { startsAt: 9 * HOUR }), 10.9)).toEqual(['moved was at 9']);
  expect(told(meeting('moved', 30, { startsAt: 9 * HOUR }), 11)).toEqual([]);
  expect(told(meeting('moved', 30, { startsAt: 9 * HOUR, expectedEndsAt: 13 * HOUR }), 12)).toEqual(['moved was at 9']);
});

it('does not tell of what nobody prepares for now', () => {
  expect(told(meeting('far', 50, { startsAt: 30 * HOUR })), 'behind the next one all the time').toEqual([]);
  expect(told(meeting('renamed', 30, { title: 'Cũ' })), 'the same hour').toEqual([]);
  expect(told(meeting('brought forward', 12, { startsAt: 13 * HOUR })), 'earlier than it was').toEqual([]);
  expect(told(meeting('next', 10, { startsAt: 9 * HOUR })), 'the one that is shown says so itself').toEqual([]);
  expect(told({ ...meeting('off', 30, { startsAt: 9 * HOUR }), status: 'cancelled' })).toEqual([]);
});

it('tells of it also where nothing else is next', () => {
  expect(movedAway([meeting('moved', 30, { startsAt: 9 * HOUR })], null, 8 * HOUR)).toHaveLength(1);
});
