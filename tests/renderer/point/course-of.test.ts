import { describe, expect, it } from 'vitest';
import { courseOf } from '../../../renderer/point/during/use-course.ts';
import type { PointEntry } from '../../../shared/attendance/entry.ts';
import type { AttendanceFact } from '../../../shared/events/journal-event.ts';
import type { PointState } from '../../../shared/point-state.ts';
import { FRESH } from '../support/point-states.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const MORNING = Date.parse('2026-01-31T08:00:00+07:00');
const AFTERNOON = MORNING + 6 * HOUR;

function entry(at: number, meetingId: string, type: 'leader-signed-in' | 'ended'): PointEntry {
  const person = { id: 'p1', fullName: 'Đại biểu mẫu A', title: 'Chủ tịch UBND xã' };
  const event = { type, meetingId, person, designatedPersonId: 'p1', substitution: null, note: '' } as AttendanceFact;
  return { source: 'point', id: `${type}-${meetingId}`, device: 'd', deviceAt: at, clock: null, event };
}

/** Two meetings of one day; nobody said that the morning's ended. */
function day(courses: PointState['courses']): PointState {
  const { feed } = FRESH;
  const [first] = feed?.meetings ?? [];
  if (!feed || !first) throw new Error('no feed');
  const meeting = (id: string, startsAt: number) => ({ ...first, id, startsAt, expectedEndsAt: startsAt + 2 * HOUR });
  return { ...FRESH, feed: { ...feed, meetings: [meeting('am', MORNING), meeting('pm', AFTERNOON)] }, courses };
}

const am = [entry(MORNING - HOUR / 6, 'am', 'leader-signed-in')];
const pm = [entry(AFTERNOON - HOUR / 6, 'pm', 'leader-signed-in')];
const done = [...pm, entry(AFTERNOON + HOUR, 'pm', 'ended')];

describe('the meeting under way at a point', () => {
  it.each<[string, PointState['courses'], number, string | undefined]>([
    ['before anything: the next one', {}, MORNING - HOUR, 'am'],
    ['one that runs over its time, while somebody sits in it', { am }, MORNING + 3 * HOUR, 'am'],
    ['not once the leader signed in for the next', { am, pm }, AFTERNOON - HOUR / 12, 'pm'],
    ['not once the next has begun, whoever is there', { am }, AFTERNOON + 1, 'pm'],
    ['not again after the later one ended', { am, pm: done }, AFTERNOON + HOUR + 1, 'pm'],
    ['nor when that is over', { am, pm: done }, AFTERNOON + 3 * HOUR, undefined],
    ['not the next day', { am: [], pm }, AFTERNOON + 20 * HOUR, undefined],
  ])('is, %s', (_, courses, now, expected) => {
    expect(courseOf(day(courses), now)?.meeting.id).toBe(expected);
  });
});

describe('an empty seat at a point', () => {
  it.each([
    ['before the cut-off: not yet', 15 * MINUTE - 1, 'not-yet'],
    [
      'from the cut-off on: provisionally absent, with no entry and no news of the province',
      15 * MINUTE,
      'provisionally-absent',
    ],
  ] as const)('is, %s', (_, after, expected) => {
    expect(courseOf(day({}), MORNING + after)?.attendance.presence.status).toBe(expected);
  });
});
