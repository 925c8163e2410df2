import type { MeetingFacts } from './meeting.ts';

/** The meeting a check or a sign-in is for: the earliest one not yet over. `now` in epoch milliseconds. */
export function nextMeeting<Meeting extends Pick<MeetingFacts, 'startsAt' | 'expectedEndsAt'>>(
  meetings: readonly Meeting[],
  now: number,
): Meeting | null {
  const open = meetings.filter((meeting) => meeting.expectedEndsAt > now);
  return open.reduce<Meeting | null>((first, one) => (first && first.startsAt <= one.startsAt ? first : one), null);
}
