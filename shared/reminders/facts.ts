import { CHECK_IDS } from '../checks/check-id.ts';
import type { ProbeFailure } from '../checks/probe-failure.ts';
import type { PointMeeting } from '../meeting/meeting.ts';
import { nextMeeting } from '../meeting/next-meeting.ts';
import type { MeetingRecord } from '../meeting/readiness.ts';
import type { PointState } from '../point-state.ts';
import type { ReminderFacts } from './reminder.ts';

const CANCELLED: ProbeFailure = 'cancelled';

/** What a point's own state says about its next meeting; `now` in epoch milliseconds. Only what is on disk counts. */
export function reminderFacts(
  { feed, records }: Pick<PointState, 'feed' | 'records'>,
  now: number,
): ReminderFacts & { readonly meeting: PointMeeting | null } {
  const meeting = nextMeeting(feed?.meetings ?? [], now);
  const record = meeting ? records[meeting.id] : undefined;
  return {
    meeting,
    checkDone: record !== undefined && CHECK_IDS.every((id) => wasRun(record.checks[id])),
    leaderSeated: (record?.leader ?? null) !== null,
  };
}

/** A check that could not be measured was run all the same: its card says what to do. One that was stopped was not. */
function wasRun(standing: MeetingRecord['checks'][keyof MeetingRecord['checks']]): boolean {
  return standing !== undefined && standing.verdict !== 'not-run' && standing.reason !== CANCELLED;
}
