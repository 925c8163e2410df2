import type { Composition } from '../../shared/attendance/composition.ts';
import type { Verdict } from '../../shared/checks/verdict.ts';
import type { ReadinessState } from '../../shared/meeting/readiness.ts';
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

/** Text and ground of a tone, as CSS. */
export function toneStyle(tone: Tone): { readonly color: string; readonly background: string } {
  return { color: `var(--${tone})`, background: `var(--${tone}-soft)` };
}

export const COMPOSITION_LOOK = {
  undetermined: { tone: 'idle', icon: 'unmeasured' },
  right: { tone: 'pass', icon: 'pass' },
  'deputy-by-assignment': { tone: 'warn', icon: 'person' },
  'substitute-pending': { tone: 'warn', icon: 'person' },
  authorised: { tone: 'pass', icon: 'person' },
  wrong: { tone: 'fail', icon: 'fail' },
} as const satisfies Record<Composition, Look>;
