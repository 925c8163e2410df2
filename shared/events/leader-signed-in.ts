import { z } from 'zod';
import { authorisationParts } from './authorisation.ts';
import { personName } from './event.ts';

/** What a substitute must show (DOMAIN: phân công by field, or ủy quyền by letter). */
export const substitution = z.object({
  basis: z.enum(['assignment', 'authorisation']),
  documentNumber: z.string().trim().min(1).max(60),
  signer: personName,
  reason: z.string().trim().min(1).max(500),
  ...authorisationParts,
});
export type Substitution = z.infer<typeof substitution>;

export const leaderSignedIn = z.object({
  type: z.literal('leader-signed-in'),
  meetingId: z.string().max(64),
  person: z.object({ id: z.string().max(64), fullName: personName, title: z.string().max(200) }),
  /** Who the invitation or the province designated when this was signed; null when nobody was. */
  designatedPersonId: z.string().max(64).nullable(),
  /** Null exactly when the person signing in is the designated one. */
  substitution: substitution.nullable(),
});
export type LeaderSignedIn = z.infer<typeof leaderSignedIn>;
