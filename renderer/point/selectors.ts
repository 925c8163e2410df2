import { driftOf } from '../../shared/baseline/drift-of.ts';
import { CHECK_IDS, type CheckId } from '../../shared/checks/check-id.ts';
import { judge } from '../../shared/checks/registry.ts';
import type { Verdict } from '../../shared/checks/verdict.ts';
import type { PointMeeting } from '../../shared/meeting/meeting.ts';
import { nextMeeting } from '../../shared/meeting/next-meeting.ts';
import {
  EMPTY_RECORD,
  type MeetingRecord,
  manualVerdict,
  type ReadinessState,
  readinessOf,
} from '../../shared/meeting/readiness.ts';
import type { CheckStanding } from '../../shared/meeting/standing.ts';
import type { PointState } from '../../shared/point-state.ts';
import { judgingPolicy, policyForMeeting } from '../../shared/policy/for-meeting.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { SessionOutcome } from './session-outcome.ts';

/** The policy that judges `meeting`, as it stands for it: the province's, else the one that ships with the software. */
export function policyOf(point: PointState | null, meeting: PointMeeting | null = null): Policy {
  return policyForMeeting(judgingPolicy(point?.feed ?? null, meeting), meeting);
}

/** The meeting that everything done now is for. */
export function meetingNow(point: PointState | null, now: number): PointMeeting | null {
  return nextMeeting(point?.feed?.meetings ?? [], now);
}

export function recordOf(point: PointState | null, meetingId: string | null): MeetingRecord {
  return (meetingId === null ? undefined : point?.records[meetingId]) ?? EMPTY_RECORD;
}

type Outcomes = Readonly<Partial<Record<CheckId, SessionOutcome>>>;

/** A check's standing: this session's measurement judged by the meeting's policy, else what the record says. */
export function standingOf(
  id: CheckId,
  outcome: SessionOutcome | undefined,
  record: MeetingRecord,
  meetingId: string | null,
  policy: Policy,
): CheckStanding | null {
  if (!outcome || outcome.meetingId !== meetingId) return record.checks[id] ?? null;
  const { verdict, reason, values, findings } = judge(id, outcome.outcome, policy);
  const measurement = outcome.outcome.kind === 'measured' ? outcome.outcome.measurement : null;
  const drift = driftOf(id, outcome.before, measurement, policy.drift);
  return { verdict, reason, values, findings, drift, policyVersion: policy.version, at: outcome.at };
}

/** The record with this session's measurements in it. */
export function currentRecord(
  record: MeetingRecord,
  outcomes: Outcomes,
  meetingId: string | null,
  policy: Policy,
): MeetingRecord {
  const checks: Partial<Record<CheckId, CheckStanding>> = {};
  for (const id of CHECK_IDS) {
    const standing = standingOf(id, outcomes[id], record, meetingId, policy);
    if (standing) checks[id] = standing;
  }
  const times = Object.values(checks).map((standing) => standing.at);
  return { ...record, checks, lastRunAt: times.length === 0 ? record.lastRunAt : Math.max(...times) };
}

/** Everything the home screen says about the point as a whole. */
export interface Overview {
  readonly state: ReadinessState;
  readonly byVerdict: Readonly<Record<Verdict, readonly CheckId[]>>;
  readonly manualNo: number;
  readonly requiredLeft: number;
}

export function overviewOf(record: MeetingRecord, policy: Policy): Overview {
  const byVerdict: Record<Verdict, CheckId[]> = { pass: [], warn: [], fail: [], unmeasured: [], 'not-run': [] };
  for (const id of CHECK_IDS) byVerdict[record.checks[id]?.verdict ?? 'not-run'].push(id);
  const manual = policy.checklist.map((item) => manualVerdict(item, record.manual[item.id]?.answer));
  const no = policy.checklist.filter((item) => record.manual[item.id]?.answer === 'no');
  return {
    state: readinessOf(record, policy.checklist),
    byVerdict,
    manualNo: no.length,
    requiredLeft: manual.filter((verdict) => verdict === 'not-run').length,
  };
}

/** What a card shows of a check that stands still. */
export type CardStanding = Omit<CheckStanding, 'at'> & { readonly at: number | null };

export const NOT_RUN: CardStanding = { verdict: 'not-run', reason: 'not-run', values: {}, at: null };

/** This session's measurement for the meeting at hand; `durationMs` is null when there is none. */
export function measuredNow(
  outcome: SessionOutcome | undefined,
  meetingId: string | null,
): { readonly measurement: Readonly<Record<string, unknown>> | null; readonly durationMs: number | null } {
  if (!outcome || outcome.meetingId !== meetingId) return { measurement: null, durationMs: null };
  const { outcome: told, durationMs } = outcome;
  return { measurement: told.kind === 'measured' ? told.measurement : null, durationMs };
}
