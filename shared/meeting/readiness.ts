import type { CheckId } from '../checks/check-id.ts';
import { CHECK_IDS } from '../checks/check-id.ts';
import { type Overall, overallOf } from '../checks/overall.ts';
import type { ProbeFailure } from '../checks/probe-failure.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { ManualAnswer } from '../events/event.ts';
import type { JournalEvent } from '../events/journal-event.ts';
import type { LeaderSignedIn } from '../events/leader-signed-in.ts';
import type { ManualItem } from '../policy/manual-item.ts';
import type { CheckStanding } from './standing.ts';

/**
 * `no-data`: nothing has reached us, which says nothing about the point. `incomplete`: begun, no fault, something still to do.
 */
export type ReadinessState = Overall | 'incomplete' | 'no-data';
export const READINESS_STATES = [
  'not-ready',
  'unmeasured',
  'incomplete',
  'no-data',
  'ready-with-notes',
  'ready',
] as const satisfies readonly ReadinessState[];

export interface LeaderStanding extends Pick<LeaderSignedIn, 'person' | 'designatedPersonId' | 'substitution'> {
  readonly at: number;
}

/** What a point's record says about one meeting so far. Facts only; nothing here depends on the hour. */
export interface MeetingRecord {
  readonly checks: Readonly<Partial<Record<CheckId, CheckStanding>>>;
  readonly manual: Readonly<Record<string, Pick<ManualAnswer, 'answer' | 'note'> & { readonly at: number }>>;
  readonly leader: LeaderStanding | null;
  /** The latest check run, by the device's clock; null before the first. */
  readonly lastRunAt: number | null;
  readonly policyVersion: string | null;
}

export const EMPTY_RECORD: MeetingRecord = {
  checks: {},
  manual: {},
  leader: null,
  lastRunAt: null,
  policyVersion: null,
};

const CANCELLED: ProbeFailure = 'cancelled';

/** Adds one event, in the order of the device's chain. Events of other meetings leave the record as it is. */
export function addToRecord(record: MeetingRecord, meetingId: string, event: JournalEvent, at: number): MeetingRecord {
  switch (event.type) {
    case 'check-run': {
      if (event.meetingId !== meetingId) return record;
      const checks = { ...record.checks };
      for (const { id, verdict, reason, values, findings, drift } of event.results) {
        // Stopping a measurement tells nothing, so it does not take back what was measured before.
        if (reason === CANCELLED && checks[id] !== undefined) continue;
        checks[id] = { verdict, reason, values, findings, drift, policyVersion: event.policyVersion, at };
      }
      return { ...record, checks, lastRunAt: at, policyVersion: event.policyVersion };
    }
    case 'manual-answer': {
      if (event.meetingId !== meetingId) return record;
      const { answer, note } = event;
      return { ...record, manual: { ...record.manual, [event.itemId]: { answer, note, at } } };
    }
    case 'leader-signed-in': {
      if (event.meetingId !== meetingId) return record;
      const { person, designatedPersonId, substitution } = event;
      return { ...record, leader: { person, designatedPersonId, substitution, at } };
    }
    // Attendance is folded in `shared/attendance/`: it has axes of its own and says nothing about readiness.
    default:
      return record;
  }
}

/** A manual item's verdict: "no" to a required item is a fault, to another a note; only a required one is missed. */
export function manualVerdict(item: ManualItem, answer: ManualAnswer['answer'] | undefined): Verdict {
  if (answer === undefined) return item.required ? 'not-run' : 'pass';
  if (answer === 'no') return item.required ? 'fail' : 'warn';
  return 'pass';
}

/** The state of a point for a meeting, from its record and the checklist of the policy in force. */
export function readinessOf(record: MeetingRecord, checklist: readonly ManualItem[]): ReadinessState {
  const automatic = CHECK_IDS.map((id) => record.checks[id]?.verdict ?? 'not-run');
  const manual = checklist.map((item) => manualVerdict(item, record.manual[item.id]?.answer));
  const nothing = record.lastRunAt === null && record.leader === null && Object.keys(record.manual).length === 0;
  if (nothing) return 'no-data';
  const verdicts = [...automatic, ...manual];
  const state = overallOf(verdicts);
  return state === 'unmeasured' && !verdicts.includes('unmeasured') ? 'incomplete' : state;
}
