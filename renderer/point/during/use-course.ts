import { useMemo } from 'react';
import type { Attendance } from '../../../shared/attendance/attendance.ts';
import { ownAttendance } from '../../../shared/attendance/own-view.ts';
import type { PointMeeting } from '../../../shared/meeting/meeting.ts';
import type { PointState } from '../../../shared/point-state.ts';
import type { ExplanationAsked } from '../../../shared/protocol/feed.ts';
import { formatDate } from '../../../shared/strings/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { usePoint } from '../context.tsx';
import { meetingNow, policyOf } from '../selectors.ts';

export interface Course {
  readonly meeting: PointMeeting;
  readonly attendance: Attendance;
}

/** The meeting under way here, and how it went so far; null when none is due. */
export function useCourse(): Course | null {
  const point = usePoint((state) => state.point);
  const now = useNow();
  return useMemo(() => courseOf(point, now), [point, now]);
}

/** Somebody attends, in the seat or out of it for a while. */
export const SEATED: readonly string[] = ['present', 'late', 'left-seat', 'returned'];

const TOLD: readonly string[] = [...SEATED, 'ended', 'left-early'];

/**
 * A meeting that runs over its time stays the one under way for as long as somebody sits in it, that day, and no later one has begun
 * or has its leader signed in: many forget to say that it ended. Else it is the next one.
 */
export function courseOf(point: PointState | null, now: number): Course | null {
  const courses = (point?.feed?.meetings ?? []).map((meeting) => ({
    meeting,
    attendance: ownAttendance(point?.courses?.[meeting.id] ?? [], meeting, policyOf(point, meeting), now),
  }));
  const last = courses
    .filter(({ meeting, attendance }) => meeting.startsAt <= now || TOLD.includes(attendance.presence.status))
    .reduce<Course | null>(
      (later, one) => (later && later.meeting.startsAt > one.meeting.startsAt ? later : one),
      null,
    );
  if (last && SEATED.includes(last.attendance.presence.status) && isOfToday(last.meeting, now)) return last;
  const next = meetingNow(point, now);
  return courses.find(({ meeting }) => meeting.id === next?.id) ?? null;
}

function isOfToday({ expectedEndsAt }: PointMeeting, now: number): boolean {
  return now < expectedEndsAt || formatDate(now) === formatDate(expectedEndsAt);
}

const NO_REQUESTS: readonly ExplanationAsked[] = [];

/** What the province wants explained and this machine has not answered yet, of any meeting. */
export function useOpenRequests(): readonly ExplanationAsked[] {
  const point = usePoint((state) => state.point);
  return useMemo(() => {
    const requests = point?.feed?.requests ?? NO_REQUESTS;
    const answered = new Set(
      Object.values(point?.courses ?? {})
        .flat()
        .map(({ event }) => (event.type === 'explanation-given' ? event.requestId : null)),
    );
    return requests.filter(({ id }) => !answered.has(id));
  }, [point]);
}
