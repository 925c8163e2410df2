import { z } from 'zod';
import { CHECK_IDS } from '../checks/check-id.ts';
import { verdict } from '../checks/verdict.ts';
import { epochMs } from '../events/event.ts';
import { pointCode } from '../meeting/meeting.ts';
import { READINESS_STATES } from '../meeting/readiness.ts';
import { policy } from '../policy/policy.ts';

/** `GET /api/console/policies`, the newest first; the first one is in force. */
export const policyVersion = z.object({
  version: z.string(),
  at: epochMs,
  /** Null for the one the hub was founded with. */
  actor: z.string().nullable(),
  reason: z.string().nullable(),
});
export type PolicyVersion = z.infer<typeof policyVersion>;
export const policyHistory = z.object({ versions: z.array(policyVersion), current: policy });
export type PolicyHistory = z.infer<typeof policyHistory>;

/** `GET /api/console/policies/:version` */
export const policyAt = z.object({ policy, info: policyVersion });

/** `POST /api/console/policies/preview` */
export const policyPreviewRequest = z.object({ policy });

const state = z.enum(READINESS_STATES);
/** What the stored measurements of the last meeting would have been called with other limits. */
export const policyPreview = z.object({
  /** Null: no meeting has measurements yet. */
  meeting: z.object({ id: z.string(), title: z.string(), startsAt: epochMs }).nullable(),
  /** Points of that meeting whose measurements are here. */
  judged: z.number().int(),
  changes: z.array(
    z.object({
      point: z.object({ code: pointCode, name: z.string() }),
      before: state,
      after: state,
      checks: z.array(z.object({ id: z.enum(CHECK_IDS), before: verdict, after: verdict })),
    }),
  ),
});
export type PolicyPreview = z.infer<typeof policyPreview>;

/** `POST /api/console/policies`. `basedOn`: the version that was edited; its own version is given by the hub. */
export const policySave = z.object({
  policy,
  basedOn: z.string().min(1).max(64),
  reason: z.string().trim().min(1).max(500),
});
export const policySaved = z.object({ version: z.string() });
