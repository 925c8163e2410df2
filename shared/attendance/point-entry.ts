import { z } from 'zod';
import { entryHash } from '../events/entry-hash.ts';
import { epochMs } from '../events/event.ts';
import { attendanceFact } from '../events/journal-event.ts';

/** `PointEntry` of `entry.ts`, as it crosses to the window. */
export const pointEntry = z.object({
  source: z.literal('point'),
  id: entryHash,
  device: z.string().max(64),
  deviceAt: epochMs,
  clock: z.object({ offsetMs: z.number(), errorMs: z.number().nonnegative() }).nullable(),
  event: attendanceFact,
});
