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
