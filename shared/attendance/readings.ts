import type { AttendanceFact } from '../events/journal-event.ts';
import type { LeaderSignedIn } from '../events/leader-signed-in.ts';
import type { Ruling } from '../events/rulings.ts';
import type { PlacedFact, PlacedRuling } from './entry.ts';
import type { Timeline } from './timeline.ts';

export type FactOf<Type extends AttendanceFact['type']> = PlacedFact & {
  readonly event: Extract<AttendanceFact, { type: Type }>;
};
export type RulingOf<Type extends Ruling['type']> = PlacedRuling & {
  readonly ruling: Extract<Ruling, { type: Type }>;
};
export type SignIn = PlacedFact & { readonly event: LeaderSignedIn };

/** Facts of these kinds, in order. */
export function factsOf<Type extends AttendanceFact['type']>(
  { entries }: Pick<Timeline, 'entries'>,
  ...types: readonly Type[]
): readonly FactOf<Type>[] {
  return entries.filter(
    (entry): entry is FactOf<Type> => entry.source === 'point' && types.some((type) => type === entry.event.type),
  );
}

/** Rulings of these kinds, in order. */
export function rulingsOf<Type extends Ruling['type']>(
  { entries }: Pick<Timeline, 'entries'>,
  ...types: readonly Type[]
): readonly RulingOf<Type>[] {
  return entries.filter(
    (entry): entry is RulingOf<Type> => entry.source === 'province' && types.some((type) => type === entry.ruling.type),
  );
}

export function signInsOf(timeline: Pick<Timeline, 'entries'>): readonly SignIn[] {
  return factsOf(timeline, 'leader-signed-in');
}

/** When the province closed the meeting; null while it did not. Said twice, the first stands: to change it, it is corrected. */
export function closingOf(timeline: Pick<Timeline, 'entries'>): number | null {
  return rulingsOf(timeline, 'meeting-closed')[0]?.at ?? null;
}
