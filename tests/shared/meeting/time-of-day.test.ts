import { expect, test } from 'vitest';
import { lastTimeOfDay } from '../../../shared/meeting/time-of-day.ts';
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
