import { z } from 'zod';
import { epochMs } from '../events/event.ts';

/** `GET /api/health`, open to everybody: that a hub answers here, which one, and its clock. */
export const health = z.object({
  service: z.literal('diem-cau'),
  hubId: z.string().min(1).max(64),
  serverTime: epochMs,
});
export type Health = z.infer<typeof health>;

/** `GET /api/health/ready`, open to everybody: this hub reaches its database. 503 otherwise. */
export const readiness = z.object({ ready: z.literal(true) });
