import { type FactOf, factsOf, type RulingOf, rulingsOf, signInsOf } from './readings.ts';
import type { Timeline } from './timeline.ts';

/** Axis C of the attendance model: what the province made of what the point declared. */
export const VERIFICATIONS = ['self-declared', 'verified', 'disputed', 'explained', 'concluded'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

type Move = 'verified' | 'disputed' | 'explained' | 'concluded';

/** DOMAIN, axis C. To undo a step, its ruling is corrected. */
const NEXT: Readonly<Record<Verification, Readonly<Partial<Record<Move, Verification>>>>> = {
  'self-declared': { verified: 'verified', disputed: 'disputed' },
  verified: {},
  disputed: { explained: 'explained' },
  explained: { concluded: 'concluded' },
  concluded: {},
};

/** What the province asked the point and when it wants the answer. */
export interface ExplanationRequest {
  readonly id: string;
  readonly at: number;
  readonly question: string;
  readonly dueAt: number | null;
  /** The answer in the app; null while there is none. */
  readonly answerId: string | null;
}

export interface VerificationState {
  readonly status: Verification;
  /** When it came to be so, by the province's clock; null while self-declared. */
  readonly since: number | null;
  /** The sign-in this is about: the latest. Null while nobody signed in. */
  readonly of: string | null;
  readonly requests: readonly ExplanationRequest[];
  /** Ids of rulings and explanations about this declaration that moved nothing. */
  readonly unplaced: readonly string[];
}

interface Step {
  readonly id: string;
  readonly at: number;
  readonly rank: number;
  readonly move: Move;
}

/**
 * Each sign-in is a declaration of its own, and rulings name the one they are about: a ruling on one person never verifies the next,
 * however late either is told.
 */
export function reduceVerification(timeline: Timeline): VerificationState {
  const of = signInsOf(timeline).at(-1)?.id ?? null;
  const asked = rulingsOf(timeline, 'explanation-requested');
  const answers = factsOf(timeline, 'explanation-given');
  const steps = [...rulingSteps(timeline, of), ...answerSteps(answers, asked, of)].sort(inStepOrder);
  let status: Verification = 'self-declared';
  let since: number | null = null;
  const unplaced: string[] = [];
  for (const { id, at, move } of steps) {
    const next: Verification | undefined = NEXT[status][move];
    if (next === undefined) unplaced.push(id);
    else [status, since] = [next, at];
  }
  return { status, since, of, requests: asked.map((one) => requestOf(one, answers)), unplaced };
}

function rulingSteps(timeline: Timeline, of: string | null): readonly Step[] {
  const moves = {
    verified: 'verified',
    disputed: 'disputed',
    'explanation-recorded': 'explained',
    concluded: 'concluded',
  } as const;
  return rulingsOf(timeline, 'verified', 'disputed', 'explanation-recorded', 'concluded')
    .filter(({ ruling }) => ruling.of === of)
    .map(({ id, at, ruling }) => ({ id, at, rank: 0, move: moves[ruling.type] }));
}

/** An answer comes after its question, whatever the device's clock said. */
function answerSteps(
  answers: readonly FactOf<'explanation-given'>[],
  asked: readonly RulingOf<'explanation-requested'>[],
  of: string | null,
): readonly Step[] {
  return answers.flatMap(({ id, at, event }) => {
    const request = asked.find((one) => one.id === event.requestId);
    const about = request ? request.ruling.of : event.about;
    if (about !== of) return [];
    return [{ id, at: Math.max(at, request?.at ?? at), rank: 1, move: 'explained' as const }];
  });
}

function inStepOrder(a: Step, b: Step): number {
  return a.at - b.at || a.rank - b.rank || (a.id < b.id ? -1 : 1);
}

function requestOf(
  { id, at, ruling }: RulingOf<'explanation-requested'>,
  answers: readonly FactOf<'explanation-given'>[],
): ExplanationRequest {
  const answer = answers.find(({ event }) => event.requestId === id);
  return { id, at, question: ruling.reason, dueAt: ruling.dueAt, answerId: answer?.id ?? null };
}
