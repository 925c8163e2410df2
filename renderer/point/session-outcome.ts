import type { Baseline } from '../../shared/baseline/baseline.ts';
import type { Measured } from '../checks/runner.ts';

/** A measurement of this session, kept as measured; what it means is derived by the policy in force. */
export interface SessionOutcome extends Measured {
  readonly meetingId: string | null;
  /** What the journal gave to compare with when this was measured; null when nothing. */
  readonly before: Baseline | null;
  /** Epoch milliseconds by this device's clock. */
  readonly at: number;
}
