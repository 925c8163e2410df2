import { z } from 'zod';
import { entryHash } from './entry-hash.ts';
import { personName } from './event.ts';

/** The point's answer (giải trình) to the province, or one given unasked. */
export const explanationGiven = z.object({
  type: z.literal('explanation-given'),
  meetingId: z.string().max(64),
  /** Id of the province's request; null when nobody asked. */
  requestId: z.string().max(64).nullable(),
  /** The entry it is about; null for the meeting as a whole. */
  about: entryHash.nullable(),
  by: personName,
  text: z.string().trim().min(1).max(4000),
});
export type ExplanationGiven = z.infer<typeof explanationGiven>;
