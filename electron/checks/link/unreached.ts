import type { LinkNotReached, LinkStep } from '../../../shared/checks/link/measurement.ts';

/** How far the probe got, and what stood in the way. */
export interface Unreached {
  readonly step: LinkStep;
  /** The system's code, the hub's, or what was found instead. */
  readonly cause: string;
  readonly queue?: NonNullable<LinkNotReached['queue']>;
}
