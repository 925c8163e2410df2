import { z } from 'zod';
import { drifts } from '../baseline/drift.ts';
import { CHECK_IDS } from './check-id.ts';
import { reasonValues, verdict } from './verdict.ts';

export const finding = z.object({
  verdict: z.enum(['warn', 'fail', 'unmeasured']),
  reason: z.string(),
  values: reasonValues,
});

/** One check of one run: what was measured, and what the policy in force made of it. */
export const checkResult = z.object({
  id: z.enum(CHECK_IDS),
  verdict,
  /** Key of the check's words; `ok` for a pass. */
  reason: z.string().max(64),
  values: reasonValues,
  findings: z.array(finding).max(32),
  /** What is not as it was the last time: notes that leave the verdict alone. Absent where nothing was compared yet. */
  drift: drifts.optional(),
  /** As measured, units in the names; null when nothing was measured. */
  measurement: z.record(z.string(), z.unknown()).nullable(),
  durationMs: z.number().nonnegative(),
});
export type CheckResult = z.infer<typeof checkResult>;
