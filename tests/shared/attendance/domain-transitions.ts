import type { Composition } from '../../../shared/attendance/composition.ts';
import type { Connection } from '../../../shared/attendance/connection.ts';
import type { Presence } from '../../../shared/attendance/presence.ts';
import type { Verification } from '../../../shared/attendance/verification.ts';

/** A step from one status to the next, as the domain text allows it: written here again, apart from the code. */
export type Step<Status extends string> = `${Status} → ${Status}`;

/** Of one sign-in. A further sign-in begins anew. */
const COMPOSITION_STEPS: readonly Step<Composition>[] = [
  'undetermined → right',
  'undetermined → wrong',
  'right → wrong',
  'deputy-by-assignment → wrong',
  'substitute-pending → authorised',
  'substitute-pending → wrong',
  // Approval after the fact.
  'wrong → authorised',
  'wrong → deputy-by-assignment',
];

const PRESENCE_STEPS: readonly Step<Presence>[] = [
  // What is known, while nobody is seated.
  'no-data → not-yet',
  'not-yet → no-data',
  'no-data → provisionally-absent',
  // Arriving.
  'no-data → present',
  'no-data → late',
  'not-yet → present',
  'not-yet → late',
  'provisionally-absent → late',
  // Leaving and coming back.
  'present → left-seat',
  'late → left-seat',
  'returned → left-seat',
  'left-seat → returned',
  'present → ended',
  'late → ended',
  'returned → ended',
  'left-seat → ended',
  'present → left-early',
  'late → left-early',
  'returned → left-early',
  'left-seat → left-early',
  // Not seated by the cut-off, and at the close.
  'not-yet → provisionally-absent',
  'provisionally-absent → excused-absence',
  'not-yet → excused-absence',
  'no-data → excused-absence',
  'provisionally-absent → unexcused-absence',
  // What is known may shrink: another device is heard of, which may hold a sign-in.
  'provisionally-absent → no-data',
  'unexcused-absence → no-data',
];

/** Of one declaration. */
const VERIFICATION_STEPS: readonly Step<Verification>[] = [
  'self-declared → verified',
  'self-declared → disputed',
  'disputed → explained',
  'explained → concluded',
];

const CONNECTION_STEPS: readonly Step<Connection>[] = [
  'no-data → online',
  'no-data → lost',
  'online → lost',
  'lost → online',
];

export const STEPS = {
  composition: COMPOSITION_STEPS,
  presence: PRESENCE_STEPS,
  verification: VERIFICATION_STEPS,
  connection: CONNECTION_STEPS,
} as const satisfies Record<string, readonly string[]>;
export type Axis = keyof typeof STEPS;
export const AXES = ['composition', 'presence', 'verification', 'connection'] as const satisfies readonly Axis[];
