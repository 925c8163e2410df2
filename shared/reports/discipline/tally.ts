import { CAUSES } from '../../events/incident-facts.ts';
import type { Occasion } from './occasion.ts';

/** What is counted of occasions. Every occasion is exactly one of the first seven after `invited`. */
export const COUNTS = [
  'invited',
  'noData',
  'pending',
  'onTime',
  'late',
  'provisional',
  'excused',
  'unexcused',
  'leftSeat',
  'leftEarly',
  'right',
  'deputy',
  'authorised',
  'waiting',
  'wrong',
  'undetermined',
  'selfDeclared',
  'verified',
  'disputed',
  'explained',
  'concluded',
  'subjective',
  'objective',
  'causeless',
  'outSubjective',
  'outObjective',
  'outCauseless',
] as const;
export type CountName = (typeof COUNTS)[number];

/** Sums over occasions; `lateMs` and `outMs` in milliseconds. */
export type Tally = Record<CountName | 'lateMs' | 'outMs', number>;

export function emptyTally(): Tally {
  const counts = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Record<CountName, number>;
  return { ...counts, lateMs: 0, outMs: 0 };
}

const COMPOSITION = {
  right: 'right',
  'deputy-by-assignment': 'deputy',
  authorised: 'authorised',
  'substitute-pending': 'waiting',
  wrong: 'wrong',
  undetermined: 'undetermined',
} as const;

const VERIFICATION = {
  'self-declared': 'selfDeclared',
  verified: 'verified',
  disputed: 'disputed',
  explained: 'explained',
  concluded: 'concluded',
} as const;

const CAUSE = {
  subjective: ['subjective', 'outSubjective'],
  objective: ['objective', 'outObjective'],
  undetermined: ['causeless', 'outCauseless'],
} as const;

const UNSEATED = {
  'not-yet': 'pending',
  'provisionally-absent': 'provisional',
  'excused-absence': 'excused',
  'unexcused-absence': 'unexcused',
} as const;

/** Adds one occasion. Without data nothing is added but that. */
export function addOccasion(tally: Tally, occasion: Occasion): void {
  tally.invited += 1;
  tally[seatCount(occasion)] += 1;
  for (const cause of CAUSES) {
    const [incidents, outages] = CAUSE[cause];
    tally[incidents] += occasion.incidents[cause];
    tally[outages] += occasion.outages[cause];
  }
  tally.outMs += occasion.outMs;
  if (!occasion.attended) return;
  tally.lateMs += (occasion.lateMinutes ?? 0) * 60_000;
  if (occasion.leftSeat) tally.leftSeat += 1;
  if (occasion.leftEarly) tally.leftEarly += 1;
  tally[COMPOSITION[occasion.composition]] += 1;
  tally[VERIFICATION[occasion.verification]] += 1;
}

function seatCount({ attended, lateMinutes, presence }: Occasion): CountName {
  if (attended) return lateMinutes === null ? 'onTime' : 'late';
  return presence in UNSEATED ? UNSEATED[presence as keyof typeof UNSEATED] : 'noData';
}
