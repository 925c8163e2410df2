import type { LeaderSignedIn } from '../events/leader-signed-in.ts';

/**
 * Axis A of the attendance model, first version: what the sign-in itself says. Whether a substitute is accepted is the
 * province's to decide and is not derived here.
 */
export type Composition = 'undetermined' | 'right' | 'deputy-by-assignment' | 'substitute-pending';

export function compositionOf(
  signIn: Pick<LeaderSignedIn, 'person' | 'designatedPersonId' | 'substitution'> | null,
): Composition {
  if (signIn === null || signIn.designatedPersonId === null) return 'undetermined';
  if (signIn.person.id === signIn.designatedPersonId) return 'right';
  return signIn.substitution?.basis === 'assignment' ? 'deputy-by-assignment' : 'substitute-pending';
}
