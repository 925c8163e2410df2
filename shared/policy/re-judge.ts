import type { CheckId } from '../checks/check-id.ts';
import type { CheckResult } from '../checks/check-result.ts';
import { judge } from '../checks/registry.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { JournalEvent } from '../events/journal-event.ts';
import type { Meeting } from '../meeting/meeting.ts';
import {
  addToRecord,
  EMPTY_RECORD,
  type MeetingRecord,
  type ReadinessState,
  readinessOf,
} from '../meeting/readiness.ts';
import { policyForMeeting } from './for-meeting.ts';
import type { Policy } from './policy.ts';

/** What a point sent about a meeting, in the order of its chain. */
export interface Told {
  readonly event: JournalEvent;
  readonly at: number;
}

export interface ReJudged {
  readonly state: ReadinessState;
  readonly verdicts: Readonly<Partial<Record<CheckId, Verdict>>>;
}

/**
 * What the rules make of stored measurements by the limits of `policy`. What was not measured keeps the verdict it had: nothing
 * is guessed.
 */
export function reJudge(meeting: Meeting, told: readonly Told[], policy: Policy): ReJudged {
  const limits = policyForMeeting(policy, meeting);
  const record = told.reduce<MeetingRecord>(
    (sum, { event, at }) => addToRecord(sum, meeting.id, withLimits(event, limits), at),
    EMPTY_RECORD,
  );
  const verdicts = Object.fromEntries(Object.entries(record.checks).map(([id, standing]) => [id, standing.verdict]));
  return { state: readinessOf(record, policy.checklist), verdicts };
}

function withLimits(event: JournalEvent, limits: Policy): JournalEvent {
  if (event.type !== 'check-run') return event;
  return { ...event, results: event.results.map((result) => judgedAnew(result, limits)) };
}

function judgedAnew(result: CheckResult, limits: Policy): CheckResult {
  if (result.measurement === null) return result;
  const { verdict, reason, values, findings } = judge(
    result.id,
    { kind: 'measured', measurement: result.measurement },
    limits,
  );
  // A measurement from before today's schema is not understood any more: that is no change of the limits.
  if (reason === 'probe-error') return result;
  return { ...result, verdict, reason, values: { ...values }, findings: [...findings] };
}
