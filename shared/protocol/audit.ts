import { z } from 'zod';
import { epochMs } from '../events/event.ts';

export const auditEntry = z.object({
  id: z.string(),
  at: epochMs,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type AuditRow = z.infer<typeof auditEntry>;

const optionalText = z.string().trim().max(120).optional();
const when = z.coerce.number().int().nonnegative().optional();

/** What of the log is wanted. `actor` and `subject`: any part of theirs. `from` and `until` in epoch milliseconds, `until` not included. */
export const auditFilter = z.object({
  actor: optionalText,
  action: optionalText,
  subject: optionalText,
  from: when,
  until: when,
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** `GET /api/console/audit`, the newest first. `after`: the `next` of the page before. */
export const auditQuery = auditFilter.extend({
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const auditPage = z.object({
  entries: z.array(auditEntry),
  next: z.string().nullable(),
  /** Every action there is in the log, to choose from. */
  actions: z.array(z.string()),
});
export type AuditPage = z.infer<typeof auditPage>;
