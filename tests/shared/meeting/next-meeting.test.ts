import { describe, expect, it } from 'vitest';
import { nextMeeting } from '../../../shared/meeting/next-meeting.ts';

const HOUR = 3_600_000;
const meeting = (id: string, startsAt: number) => ({ id, startsAt, expectedEndsAt: startsAt + 2 * HOUR });

describe('the meeting that is next', () => {
  it('is the earliest one not yet over, whatever the order they come in', () => {
    const meetings = [meeting('later', 9 * HOUR), meeting('over', 0), meeting('next', 4 * HOUR)];
    expect(nextMeeting(meetings, 3 * HOUR)?.id).toBe('next');
  });

  it('is still the running one until its expected end, and no longer then', () => {
    const meetings = [meeting('running', 0), meeting('after', 2 * HOUR)];
    expect(nextMeeting(meetings, 2 * HOUR - 1)?.id).toBe('running');
    expect(nextMeeting(meetings, 2 * HOUR)?.id).toBe('after');
  });

  it('is none where all are over or none was sent', () => {
    expect(nextMeeting([meeting('over', 0)], 3 * HOUR)).toBeNull();
    expect(nextMeeting([], 0)).toBeNull();
  });
});
