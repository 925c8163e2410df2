import { expect, test } from 'vitest';
import { calendarDayOf, lastTimeOfDay, pastMomentOf } from '../../../shared/meeting/time-of-day.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';

/** 31/01/2026 00:30 in the province, still the 30th in UTC. */
const NOW = Date.UTC(2026, 0, 30, 17, 30);

test.each([
  ['00:30', '31/01/2026 00:30'],
  ['0:10', '31/01/2026 00:10'],
  ['23h50', '30/01/2026 23:50'],
  ['00:31', '30/01/2026 00:31'],
])('%s was last on %s', (text, expected) => {
  expect(formatDateTime(lastTimeOfDay(text, NOW) ?? 0)).toBe(expected);
});

test.each(['', '8', '24:00', '08:60', 'x08:20'])('“%s” is no time of day', (text) => {
  expect(lastTimeOfDay(text, NOW)).toBeNull();
});

test.each([
  ['31/01/2026', '2026-01-31'],
  ['1-2-2026', '2026-02-01'],
  ['29/02/2028', '2028-02-29'],
  ['29/02/2026', null],
  ['2026-01-31', null],
  ['', null],
])('“%s” is the day %s', (text, expected) => {
  expect(calendarDayOf(text)).toBe(expected);
});

test.each([
  ['00:10', '31/01/2026 00:10'],
  ['30/01/2026 07:30', '30/01/2026 07:30'],
  ['31/01/2026 00:00', '31/01/2026 00:00'],
])('“%s” was %s', (text, expected) => {
  expect(formatDateTime(pastMomentOf(text, NOW) ?? 0)).toBe(expected);
});

test.each(['31/01/2026 07:30', '32/01/2026 07:30', '30/01/2026 x', ''])('“%s” was never yet', (text) => {
  expect(pastMomentOf(text, NOW)).toBeNull();
});
