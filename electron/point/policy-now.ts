import { nextMeeting } from '../../shared/meeting/next-meeting.ts';
import { judgingPolicy, policyForMeeting } from '../../shared/policy/for-meeting.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { PointService } from './point-service.ts';

/** The policy as it stands for the meeting that is next. `now` in epoch milliseconds. */
export function policyNow(service: Pick<PointService, 'state'>, now: number): Policy {
  const { feed } = service.state();
  const meeting = nextMeeting(feed?.meetings ?? [], now);
  return policyForMeeting(judgingPolicy(feed, meeting), meeting);
}
