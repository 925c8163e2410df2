import { z } from 'zod';
import { epochMs } from '../events/event.ts';

/** What a token may read. Each is apart, so that another system gets no more than it shows. */
export const SCOPES = [
  'reports:read',
  'meetings:read',
  'points:read',
  'readiness:read',
  'attendance:read',
  'entries:read',
  'metrics:read',
] as const;
export const scope = z.enum(SCOPES);
export type Scope = z.infer<typeof scope>;

const name = z.string().trim().min(1).max(80);
/** The longest a token may live, days. */
export const LONGEST_DAYS = 3650;

/** `POST /api/console/tokens`. A token of the same name is replaced. */
export const newApiToken = z.object({
  name,
  scopes: z.array(scope).min(1),
  days: z.number().int().min(1).max(LONGEST_DAYS),
});
export type NewApiToken = z.infer<typeof newApiToken>;

/** The text is said once and kept nowhere. */
export const apiTokenIssued = z.object({ name, token: z.string(), scopes: z.array(scope), expiresAt: epochMs });
export type ApiTokenIssued = z.infer<typeof apiTokenIssued>;

/** `GET /api/console/tokens`, the newest first. `lastUsedAt` is true to the minute. */
export const apiTokenList = z.object({
  tokens: z.array(
    z.object({
      name,
      // A scope that a later version knows is still listed here.
      scopes: z.array(z.string()),
      createdAt: epochMs,
      expiresAt: epochMs,
      lastUsedAt: epochMs.nullable(),
      revokedAt: epochMs.nullable(),
    }),
  ),
});
export type ApiTokenList = z.infer<typeof apiTokenList>;
