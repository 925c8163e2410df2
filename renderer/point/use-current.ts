import { useMemo } from 'react';
import type { PointMeeting } from '../../shared/meeting/meeting.ts';
import type { MeetingRecord } from '../../shared/meeting/readiness.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { useNow } from '../ui/use-now.ts';
import { usePoint } from './context.tsx';
import { currentRecord, meetingNow, policyOf, recordOf } from './selectors.ts';

/** The meeting that is next at this minute. */
export function useMeeting(): PointMeeting | null {
  const point = usePoint((state) => state.point);
  const now = useNow();
  return useMemo(() => meetingNow(point, now), [point, now]);
}

/** The policy as it stands for the meeting that is next. */
export function usePolicy(): Policy {
  const point = usePoint((state) => state.point);
  const meeting = useMeeting();
  return useMemo(() => policyOf(point, meeting), [point, meeting]);
}

/** What is known of this point for `meeting`, this session's measurements included. */
export function useRecord(meeting: PointMeeting | null): MeetingRecord {
  const point = usePoint((state) => state.point);
  const outcomes = usePoint((state) => state.outcomes);
  return useMemo(() => {
    const id = meeting?.id ?? null;
    return currentRecord(recordOf(point, id), outcomes, id, policyOf(point, meeting));
  }, [point, outcomes, meeting]);
}
