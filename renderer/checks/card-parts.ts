import type { ComponentType } from 'react';
import type { CheckId } from '../../shared/checks/check-id.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Words } from '../ui/words.tsx';
import type { Still } from './camera/still.ts';
import type { Measurement } from './fact.ts';
import type { LiveParts } from './live-parts.ts';

/** What a card shows while its probe measures is drawn from this. */
export interface LiveProps {
  readonly live: LiveParts;
  readonly policy: Policy;
  /** Told the last picture a camera gave. */
  readonly onStill?: ((still: Still) => void) | undefined;
}

/** What a card shows once it stands still is drawn from this. */
export interface StandingProps {
  /** Null when nothing was measured, or not in this session. */
  readonly measurement: Measurement | null;
  readonly policy: Policy;
  readonly still: Still | null;
}

/** What one check's card draws of its own. Each may be missing. */
export interface CardParts {
  /** What it is doing, where that needs more than the note it gives; null: nothing more. */
  readonly saying?: (live: LiveParts, words: Words) => string | null;
  /** Above the note while it measures. */
  readonly Live?: ComponentType<LiveProps>;
  /** Above the verdict once it stands. */
  readonly Standing?: ComponentType<StandingProps>;
  /** Within the details, above the lines of `card-facts.ts`. */
  readonly Details?: ComponentType<StandingProps>;
}

export type CardPartsTable = Readonly<Record<CheckId, CardParts>>;
