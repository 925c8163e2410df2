import type { Meeting } from './meeting.ts';

type Scheduled = Pick<Meeting, 'startsAt' | 'expectedEndsAt'> & Partial<Pick<Meeting, 'status'>>;

/** The meeting a check or a sign-in is for: the earliest one neither cancelled nor over. `now` in epoch milliseconds. */
export function nextMeeting<Meeting extends Scheduled>(meetings: readonly Meeting[], now: number): Meeting | null {
  const open = meetings.filter((meeting) => meeting.expectedEndsAt > now && meeting.status !== 'cancelled');
  return open.reduce<Meeting | null>((first, one) => (first && first.startsAt <= one.startsAt ? first : one), null);
}
