import { z } from 'zod';
import { epochMs } from '../events/event.ts';
import { person, pointCode, pointMeeting } from '../meeting/meeting.ts';
import { policy } from '../policy/policy.ts';

/** `GET /api/point/feed`: all a point needs to work, also offline. `ETag` and `If-None-Match` are honoured. */
export const feed = z.object({
  serverTime: epochMs,
  hub: z.object({ id: z.string(), name: z.string(), hotline: z.string().max(60) }),
  point: z.object({ code: pointCode, name: z.string() }),
  roster: z.array(person).max(200),
  meetings: z.array(pointMeeting).max(200),
  policy,
});
export type Feed = z.infer<typeof feed>;

/**
 * `head`: the number of the last entry in the device's journal. When the hub has it, it knows all that the device recorded up
 * to now: only then does a sign-in that is not there mean an empty seat.
 */
export const feedQuery = z.object({ head: z.coerce.number().int().nonnegative().optional() });
