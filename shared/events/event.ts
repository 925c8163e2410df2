import { z } from 'zod';
import { CHECK_IDS } from '../checks/check-id.ts';
import { checkResult } from '../checks/check-result.ts';
import { overall } from '../checks/overall.ts';

/** Milliseconds since 1970 UTC by the clock of whoever wrote it down. */
export const epochMs = z.number().int().nonnegative();

export const personName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .transform((name) => name.normalize('NFC'));

export const enrolled = z.object({
  type: z.literal('enrolled'),
  pointName: z.string().max(200),
  hubUrl: z.string().max(300),
  appVersion: z.string().max(40),
});

export const checkRun = z.object({
  type: z.literal('check-run'),
  runId: z.uuid(),
  /** The meeting the run is for; null when none is due. */
  meetingId: z.string().max(64).nullable(),
  policyVersion: z.string().max(64),
  trigger: z.enum(['person', 'unattended']),
  startedAt: epochMs,
  durationMs: z.number().nonnegative(),
  overall,
  results: z.array(checkResult).min(1).max(CHECK_IDS.length),
});
export type CheckRun = z.infer<typeof checkRun>;

export const manualAnswer = z.object({
  type: z.literal('manual-answer'),
  meetingId: z.string().max(64),
  itemId: z.string().max(64),
  answer: z.enum(['yes', 'no', 'not-applicable']),
  note: z.string().max(1000),
});
export type ManualAnswer = z.infer<typeof manualAnswer>;
