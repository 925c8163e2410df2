import type { Meeting } from '../meeting/meeting.ts';
import type { Policy } from '../policy/policy.ts';

/** Up to when everything a device recorded is here, by the province's clock: its chain has no gap before. */
export interface DeviceKnowledge {
  readonly device: string;
  readonly upTo: number;
}

/** What a meeting's attendance is judged by. Times in epoch milliseconds by the province's clock. */
export interface AttendanceContext extends Pick<Meeting, 'startsAt' | 'composition'> {
  readonly meetingId: string;
  readonly designatedPersonId: string | null;
  readonly policy: Pick<Policy, 'timing' | 'attendance'>;
  /** The devices of the point that were heard of since the point prepares for this meeting. */
  readonly heard: readonly DeviceKnowledge[];
  readonly now: number;
}
