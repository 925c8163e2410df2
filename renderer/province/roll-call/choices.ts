import type { Approval, ApprovalChannel } from '../../../shared/events/authorisation.ts';
import type { Cause } from '../../../shared/events/incident-facts.ts';
import type { Ruling } from '../../../shared/events/rulings.ts';
import type { AttendanceDetail } from '../../../shared/protocol/attendance.ts';

/** What somebody of the province can write down about a point as it stands. `key` tells two of one type apart. */
export interface RulingChoice {
  readonly key: string;
  readonly type: Ruling['type'];
  /** What is asked of the person besides the reason. */
  readonly asks: 'nothing' | 'approval' | 'cause';
  readonly needsReason: boolean;
  /** Of an outage or an incident: when it began, to name it by. */
  readonly since: number | null;
}

/** What the person filled in. Times in epoch milliseconds. */
export interface RulingForm {
  readonly reason: string;
  readonly approver: string;
  readonly channel: ApprovalChannel;
  readonly cause: Cause;
  readonly at: number;
}

type Made = RulingChoice & { readonly make: (form: RulingForm) => Ruling };

/** The rulings that move something now, by where the point stands on each axis. */
export function choicesFor({ row, outages, incidents }: AttendanceDetail): readonly Made[] {
  return [
    ...compositionChoices(row),
    ...verificationChoices(row),
    ...presenceChoices(row),
    ...outages.filter(({ cause }) => cause === 'undetermined').map(({ id, from }) => causeOf('connection', id, from)),
    ...incidents
      .filter(({ cause }) => cause === 'undetermined')
      .map(({ incidentId, since }) => causeOf('incident', incidentId, since)),
  ];
}

type Row = AttendanceDetail['row'];

function compositionChoices({ composition: { signIn, status, acceptance } }: Row): readonly Made[] {
  const open = status === 'substitute-pending' || acceptance === 'pending' || status === 'wrong';
  if (!signIn || !open) return [];
  const { id: personId } = signIn.person;
  return [
    choice('composition-approved', 'approval', false, (form) => ({
      type: 'composition-approved',
      personId,
      approval: approvalOf(form),
      reason: form.reason,
    })),
    choice('composition-refused', 'approval', true, (form) => ({
      type: 'composition-refused',
      personId,
      ground: 'refused',
      approval: approvalOf(form),
      reason: form.reason,
    })),
  ];
}

function verificationChoices({ composition: { signIn }, verification: { status } }: Row): readonly Made[] {
  const of = signIn?.entryId ?? null;
  switch (status) {
    case 'self-declared':
      if (of === null) return [];
      return [
        choice('verified', 'nothing', false, ({ reason }) => ({ type: 'verified', of, reason })),
        choice('disputed', 'nothing', true, ({ reason }) => ({ type: 'disputed', of, reason })),
      ];
    case 'disputed':
      return [
        choice('explanation-requested', 'nothing', true, ({ reason }) => ({
          type: 'explanation-requested',
          of,
          dueAt: null,
          reason,
        })),
        choice('explanation-recorded', 'approval', true, ({ approver, channel, reason }) => ({
          type: 'explanation-recorded',
          of,
          by: approver,
          channel,
          text: reason,
          reason: '',
        })),
      ];
    case 'explained':
      return [choice('concluded', 'nothing', true, ({ reason }) => ({ type: 'concluded', of, reason }))];
    default:
      return [];
  }
}

function presenceChoices({ presence: { status } }: Row): readonly Made[] {
  if (status !== 'no-data' && status !== 'not-yet' && status !== 'provisionally-absent') return [];
  return [
    choice('absence-observed', 'nothing', false, ({ at, reason }) => ({
      type: 'absence-observed',
      observedAt: at,
      channel: 'platform',
      reason,
    })),
    choice('excused', 'approval', true, (form) => ({
      type: 'excused',
      approval: approvalOf(form),
      reason: form.reason,
    })),
    choice('not-excused', 'nothing', true, ({ reason }) => ({ type: 'not-excused', reason })),
  ];
}

function causeOf(what: 'connection' | 'incident', id: string, since: number): Made {
  return {
    ...choice('cause-set', 'cause', true, ({ cause, reason }) => ({
      type: 'cause-set',
      of: { what, id },
      cause,
      reason,
    })),
    key: `cause-set ${id}`,
    since,
  };
}

function choice(
  type: Ruling['type'],
  asks: RulingChoice['asks'],
  needsReason: boolean,
  make: (form: RulingForm) => Ruling,
): Made {
  return { key: type, type, asks, needsReason, since: null, make };
}

function approvalOf({ approver, channel, at }: RulingForm): Approval {
  return { approver, channel, approvedAt: at };
}
