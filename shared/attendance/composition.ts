import type { LeaderSignedIn } from '../events/leader-signed-in.ts';
import type { AttendanceContext } from './context.ts';
import { type ApprovalStanding, approvalOf, type Decision, decisionOn } from './decision.ts';
import { isIneligible } from './rank.ts';
import { closingOf, type SignIn, signInsOf } from './readings.ts';
import type { Timeline } from './timeline.ts';

/** Axis A of the attendance model. */
export const COMPOSITIONS = [
  'undetermined',
  'right',
  'deputy-by-assignment',
  'substitute-pending',
  'authorised',
  'wrong',
] as const;
export type Composition = (typeof COMPOSITIONS)[number];

/** What the sign-in alone can say. */
export const DECLARED = ['undetermined', 'right', 'deputy-by-assignment', 'substitute-pending'] as const;
export type DeclaredComposition = (typeof DECLARED)[number];

export function compositionOf(
  signIn: Pick<LeaderSignedIn, 'person' | 'designatedPersonId' | 'substitution'> | null,
): DeclaredComposition {
  if (signIn === null || signIn.designatedPersonId === null) return 'undetermined';
  if (signIn.person.id === signIn.designatedPersonId) return 'right';
  return signIn.substitution?.basis === 'assignment' ? 'deputy-by-assignment' : 'substitute-pending';
}

/** `unapproved`: the meeting was closed and no approval had come. */
export type WrongBecause = 'refused' | 'unapproved' | 'ineligible-rank';

export interface CompositionState {
  readonly status: Composition;
  /** Why the composition is wrong; null otherwise. */
  readonly because: WrongBecause | null;
  /** Of a deputy: whether the invitation or the policy accepts one, the chair did, or has still to. Null otherwise. */
  readonly acceptance: 'by-rule' | 'approved' | 'pending' | null;
  /** The sign-in that counts: the latest. */
  readonly signIn: SignIn | null;
  readonly approval: ApprovalStanding | null;
  /** Those who signed in before, in order. */
  readonly earlier: readonly SignIn[];
}

/** Who is seated and by what right. A sign-in after another replaces it; both stay listed. */
export function reduceComposition(timeline: Timeline, context: AttendanceContext): CompositionState {
  const signIns = signInsOf(timeline);
  const signIn = signIns.at(-1) ?? null;
  const earlier = signIns.slice(0, -1);
  if (signIn === null)
    return { status: 'undetermined', because: null, acceptance: null, signIn, approval: null, earlier };
  const decision = decisionOn(timeline, signIn.event.person.id);
  const approval = approvalOf(decision, context.startsAt);
  const judged = judge(signIn, decision, context, closingOf(timeline) !== null);
  return { because: null, acceptance: null, ...judged, signIn, approval, earlier };
}

type Judged = Pick<CompositionState, 'status'> & Partial<Pick<CompositionState, 'because' | 'acceptance'>>;

/** An explicit decision prevails over every rule; then the designation; then the grounds. */
function judge({ event }: SignIn, decision: Decision | null, context: AttendanceContext, closed: boolean): Judged {
  // What was designated when the leader signed in counts: a later change of the invitation rewrites nobody's record.
  const designated = event.designatedPersonId ?? context.designatedPersonId;
  if (decision?.kind === 'refused') return { status: 'wrong', because: decision.ground };
  if (designated === event.person.id) return { status: 'right' };
  const approved = decision?.kind === 'approved';
  if (designated === null) return { status: approved ? 'right' : 'undetermined' };
  const rules = context.policy.attendance;
  if (!approved && isIneligible(event.person.title, rules.ineligibleTitles))
    return { status: 'wrong', because: 'ineligible-rank' };
  if (event.substitution?.basis === 'assignment') {
    if (rules.deputyAccepted[context.composition]) return { status: 'deputy-by-assignment', acceptance: 'by-rule' };
    if (approved) return { status: 'deputy-by-assignment', acceptance: 'approved' };
    if (!closed) return { status: 'deputy-by-assignment', acceptance: 'pending' };
  }
  if (approved) return { status: 'authorised' };
  return closed ? { status: 'wrong', because: 'unapproved' } : { status: 'substitute-pending' };
}
