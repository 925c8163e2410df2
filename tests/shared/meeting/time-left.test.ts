import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../shared/meeting/time-left.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const meeting = { startsAt: 100 * HOUR, expectedEndsAt: 103 * HOUR };

describe('the time left to a meeting', () => {
  it.each([
    [-49 * HOUR, 'days', { days: 2 }],
    [-47 * HOUR, 'hours', { hours: 47, minutes: 0 }],
    [-85 * MINUTE, 'hours', { hours: 1, minutes: 25 }],
    [-25 * MINUTE, 'minutes', { minutes: 25 }],
    [-1, 'minutes', { minutes: 1 }],
    [0, 'now', {}],
    [12 * MINUTE, 'running', { minutes: 12 }],
    [75 * MINUTE, 'runningHours', { hours: 1, minutes: 15 }],
    [3 * HOUR, 'over', {}],
  ])('%d ms from its start is said as %s', (offset, key, values) => {
    expect(timeLeft(meeting, meeting.startsAt + offset)).toEqual({ key, values });
  });
});
