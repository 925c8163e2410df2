import type { Composition } from '../../shared/attendance/composition.ts';
import type { Connection } from '../../shared/attendance/connection.ts';
import type { Presence } from '../../shared/attendance/presence.ts';
import type { Verification } from '../../shared/attendance/verification.ts';
import type { Verdict } from '../../shared/checks/verdict.ts';
import type { ReadinessState } from '../../shared/meeting/readiness.ts';
import type { WallState } from '../../shared/wall/wall-state.ts';
import type { IconName } from './icons.tsx';

/** The six ways something can look. Colour never stands alone: each comes with its icon and words. */
export type Tone = 'pass' | 'warn' | 'fail' | 'unknown' | 'idle' | 'busy';

export interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}

export const VERDICT_LOOK = {
  pass: { tone: 'pass', icon: 'pass' },
  warn: { tone: 'warn', icon: 'warn' },
  fail: { tone: 'fail', icon: 'fail' },
  unmeasured: { tone: 'unknown', icon: 'unmeasured' },
  'not-run': { tone: 'idle', icon: 'not-run' },
} as const satisfies Record<Verdict, Look>;

export const READINESS_LOOK = {
  ready: { tone: 'pass', icon: 'pass' },
  'ready-with-notes': { tone: 'warn', icon: 'warn' },
  'not-ready': { tone: 'fail', icon: 'fail' },
  unmeasured: { tone: 'unknown', icon: 'unmeasured' },
  incomplete: { tone: 'busy', icon: 'list' },
  'no-data': { tone: 'idle', icon: 'not-run' },
} as const satisfies Record<ReadinessState, Look>;

/** A meeting that does not take place. */
export const CANCELLED_LOOK: Look = { tone: 'fail', icon: 'fail' };

export const WALL_LOOK = {
  ...READINESS_LOOK,
  'no-data': { tone: 'idle', icon: 'offline' },
  'not-started': { tone: 'idle', icon: 'not-run' },
  checking: { tone: 'busy', icon: 'again' },
} as const satisfies Record<WallState, Look>;

export const COMPOSITION_LOOK = {
  undetermined: { tone: 'idle', icon: 'unmeasured' },
  right: { tone: 'pass', icon: 'pass' },
  'deputy-by-assignment': { tone: 'warn', icon: 'person' },
  'substitute-pending': { tone: 'warn', icon: 'person' },
  authorised: { tone: 'pass', icon: 'person' },
  wrong: { tone: 'fail', icon: 'fail' },
} as const satisfies Record<Composition, Look>;

/** An absence stands out only when it is one; of what did not reach us nothing is said. */
export const PRESENCE_LOOK = {
  'no-data': { tone: 'idle', icon: 'not-run' },
  'not-yet': { tone: 'idle', icon: 'person' },
  present: { tone: 'pass', icon: 'pass' },
  late: { tone: 'warn', icon: 'warn' },
  'left-seat': { tone: 'warn', icon: 'warn' },
  returned: { tone: 'pass', icon: 'pass' },
  ended: { tone: 'pass', icon: 'pass' },
  'left-early': { tone: 'warn', icon: 'warn' },
  'provisionally-absent': { tone: 'fail', icon: 'warn' },
  'excused-absence': { tone: 'idle', icon: 'person' },
  'unexcused-absence': { tone: 'fail', icon: 'fail' },
} as const satisfies Record<Presence, Look>;

export const VERIFICATION_LOOK = {
  'self-declared': { tone: 'idle', icon: 'person' },
  verified: { tone: 'pass', icon: 'pass' },
  disputed: { tone: 'fail', icon: 'warn' },
  explained: { tone: 'busy', icon: 'list' },
  concluded: { tone: 'pass', icon: 'pass' },
} as const satisfies Record<Verification, Look>;

export const CONNECTION_LOOK = {
  'no-data': { tone: 'idle', icon: 'not-run' },
  online: { tone: 'pass', icon: 'pass' },
  lost: { tone: 'warn', icon: 'warn' },
} as const satisfies Record<Connection, Look>;
