import type { PointMeeting } from '../meeting/meeting.ts';
import type { Policy } from '../policy/policy.ts';
import { type Attendance, attendanceOf } from './attendance.ts';
import type { PointEntry } from './entry.ts';

/** A meeting's attendance as the point itself sees it: all of its own record, none of the province's rulings. */
export function ownAttendance(
  entries: readonly PointEntry[],
  meeting: Pick<PointMeeting, 'id' | 'startsAt' | 'composition' | 'designatedPersonId'>,
  policy: Pick<Policy, 'timing' | 'attendance'>,
  now: number,
): Attendance {
  const { id: meetingId, startsAt, composition, designatedPersonId } = meeting;
  // Whatever this device records it knows at once.
  const heard = [{ device: 'this', upTo: now }];
  const own = entries.map((entry) => ({ ...entry, device: 'this' }));
  return attendanceOf(own, { meetingId, startsAt, composition, designatedPersonId, policy, heard, now });
}
