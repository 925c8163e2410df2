import { z } from 'zod';
import { epochMs } from '../events/event.ts';
import { role } from './console.ts';

export const SHORTEST_PASSWORD = 8;
const username = z.string().trim().min(1).max(64);
const password = z.string().max(200);

/** `GET /api/console/accounts` */
export const account = z.object({
  username,
  role,
  createdAt: epochMs,
  disabledAt: epochMs.nullable(),
  /** Sessions that are open now. */
  sessions: z.number().int(),
});
export type Account = z.infer<typeof account>;
export const accountList = z.object({ accounts: z.array(account) });

/** `POST /api/console/accounts/changes`. Whatever is changed, the account's sessions end. */
export const accountChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), username, role, password }),
  z.object({ kind: z.literal('role'), username, role }),
  z.object({ kind: z.literal('password'), username, password }),
  z.object({ kind: z.literal('disable'), username }),
  z.object({ kind: z.literal('enable'), username }),
]);
export type AccountChange = z.infer<typeof accountChange>;
