import { leaderTimeliness, type Timeliness, technicianTimeliness } from '../attendance/timeliness.ts';
import type { Policy } from '../policy/policy.ts';
import type { Meeting } from './meeting.ts';

/** What a person has to do at the point by an hour of its own. */
export type TimedTask = 'duty' | 'leader';

export interface Overdue {
  readonly task: TimedTask;
  readonly verdict: Exclude<Timeliness, 'pass'>;
  /** By when it was to be done without a note; epoch milliseconds. */
  readonly by: number;
}

const MINUTE = 60_000;

/** What should have been done by `now` and is not; nothing any more once the meeting is to be over. By the policy's minutes. */
export function overdueOf(
  done: Readonly<Record<TimedTask, boolean>>,
  { startsAt, expectedEndsAt }: Pick<Meeting, 'startsAt' | 'expectedEndsAt'>,
  timing: Policy['timing'],
  now: number,
): readonly Overdue[] {
  if (now >= expectedEndsAt) return [];
  const tasks = [
    {
      task: 'duty',
      verdict: technicianTimeliness(now, startsAt, timing),
      by: startsAt - timing.technicianWarnMinutesBefore * MINUTE,
    },
    {
      task: 'leader',
      verdict: leaderTimeliness(now, startsAt, timing),
      by: startsAt - timing.leaderWarnMinutesBefore * MINUTE,
    },
  ] as const;
  return tasks.flatMap(({ task, verdict, by }) => (done[task] || verdict === 'pass' ? [] : [{ task, verdict, by }]));
}
