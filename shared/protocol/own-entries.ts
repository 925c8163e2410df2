import { z } from 'zod';
import { MAX_BATCH, MOST_SEQ } from './entries.ts';

/** `GET /api/point/own-entries`: the lines of the asking device that the hub has, from the one after `after` on, in order. */
export const ownEntriesQuery = z.object({ after: z.coerce.number().int().nonnegative().max(MOST_SEQ).default(0) });

/** Fewer than `MAX_BATCH`: there are no more. */
export const ownEntriesAnswer = z.object({ entries: z.array(z.string().min(1)).max(MAX_BATCH) });
export type OwnEntriesAnswer = z.infer<typeof ownEntriesAnswer>;
