import { nextMeeting } from '../../shared/meeting/next-meeting.ts';
import { policyForMeeting } from '../../shared/policy/for-meeting.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { PointService } from './point-service.ts';

/** The policy as it stands for the meeting that is next. `now` in epoch milliseconds. */
export function policyNow(service: Pick<PointService, 'policy' | 'state'>, now: number): Policy {
  return policyForMeeting(service.policy(), nextMeeting(service.state().feed?.meetings ?? [], now));
}
