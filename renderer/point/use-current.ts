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

export function usePolicy(): Policy {
  return policyOf(usePoint((state) => state.point));
}

/** What is known of this point for `meeting`, this session's measurements included. */
export function useRecord(meeting: PointMeeting | null): MeetingRecord {
  const point = usePoint((state) => state.point);
  const outcomes = usePoint((state) => state.outcomes);
  return useMemo(() => {
    const id = meeting?.id ?? null;
    return currentRecord(recordOf(point, id), outcomes, id, policyOf(point));
  }, [point, outcomes, meeting?.id]);
}
