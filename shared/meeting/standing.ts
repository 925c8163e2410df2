import { z } from 'zod';
import { drifts } from '../baseline/drift.ts';
import { finding } from '../checks/check-result.ts';
import { reasonValues, verdict } from '../checks/verdict.ts';
import { epochMs } from '../events/event.ts';

/** How one check of a point stands. What was filed before findings and drift were kept has neither. */
export const checkStanding = z.object({
  verdict,
  reason: z.string(),
  values: reasonValues,
  /** Everything the rule found, the worst first. */
  findings: z.array(finding).readonly().optional(),
  /** What is not as it was the last time. */
  drift: drifts.optional(),
  /** Version of the policy that judged it; absent in what was folded before this was kept. */
  policyVersion: z.string().optional(),
  /** When it was filed, by the device's clock. */
  at: epochMs,
});
export type CheckStanding = Readonly<z.infer<typeof checkStanding>>;
