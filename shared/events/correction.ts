import { z } from 'zod';
import { entryHash } from './entry-hash.ts';
import { epochMs, personName } from './event.ts';
import { explanationGiven } from './explanation-facts.ts';
import { incidentOpened, incidentResolved, incidentUpdated } from './incident-facts.ts';
import { ended, leftEarly, seatLeft, seatReturned, technicianOnDuty } from './presence-facts.ts';

/** Facts that may stand in another's place. Not a sign-in: that is proved by a PIN and can only be made anew. */
export const replacementFact = z.discriminatedUnion('type', [
  seatLeft,
  seatReturned,
  leftEarly,
  ended,
  technicianOnDuty,
  incidentOpened,
  incidentUpdated,
  incidentResolved,
  explanationGiven,
]);

/** What holds instead. The original is never changed and stays readable. Times by the clock of the corrected entry. */
export const replacement = z.discriminatedUnion('kind', [
  /** It did not happen. */
  z.object({ kind: z.literal('withdrawn') }),
  /** It happened, but then. */
  z.object({ kind: z.literal('moment'), at: epochMs }),
  /** This happened, then. */
  z.object({ kind: z.literal('fact'), at: epochMs, fact: replacementFact }),
]);
export type Replacement = z.infer<typeof replacement>;

/** Đính chính by the point, of one of its own entries. */
export const correction = z.object({
  type: z.literal('correction'),
  meetingId: z.string().max(64),
  /** The entry that is corrected. */
  of: entryHash,
  actor: personName,
  reason: z.string().trim().min(1).max(500),
  replacement,
});
export type Correction = z.infer<typeof correction>;
