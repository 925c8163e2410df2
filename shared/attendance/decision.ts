import type { Approval } from '../events/authorisation.ts';
import type { Timeline } from './timeline.ts';

/** What the chair decided about a person, as the province wrote it down. */
export type Decision = {
  readonly rulingId: string;
  readonly recordedAt: number;
  /** Who decided, when, by what channel. */
  readonly approval: Approval;
} & ({ readonly kind: 'approved' } | { readonly kind: 'refused'; readonly ground: 'refused' | 'ineligible-rank' });

/** The chair's approval: who, when, by what channel, and whether it came after the fact (bổ sung sau). */
export interface ApprovalStanding extends Approval {
  readonly rulingId: string;
  readonly recordedAt: number;
  /** Given after the meeting had begun. */
  readonly late: boolean;
  /** Written down after the meeting had begun, whenever it was given. */
  readonly recordedLate: boolean;
}

/** The first decision stands: to change it, it is corrected. */
export function decisionOn(timeline: Timeline, personId: string): Decision | null {
  for (const entry of timeline.entries) {
    if (entry.source !== 'province') continue;
    const { id: rulingId, recordedAt, ruling } = entry;
    if (ruling.type !== 'composition-approved' && ruling.type !== 'composition-refused') continue;
    if (ruling.personId !== personId) continue;
    const { approval } = ruling;
    return ruling.type === 'composition-approved'
      ? { kind: 'approved', rulingId, recordedAt, approval }
      : { kind: 'refused', ground: ruling.ground, rulingId, recordedAt, approval };
  }
  return null;
}

export function approvalOf(decision: Decision | null, startsAt: number): ApprovalStanding | null {
  if (decision?.kind !== 'approved') return null;
  const { rulingId, recordedAt, approval } = decision;
  const late = approval.approvedAt > startsAt;
  return { ...approval, rulingId, recordedAt, late, recordedLate: recordedAt > startsAt };
}
