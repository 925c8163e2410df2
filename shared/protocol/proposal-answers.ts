import { z } from 'zod';
import { epochMs } from '../events/event.ts';

/** What a point proposed for its list of leaders, as it reads it again, and what the province said to it. */
export const proposalAnswer = z.object({
  /** Hash of the entry. */
  id: z.string().max(64),
  kind: z.enum(['add', 'change', 'remove']),
  /** Whom it is about, as proposed; of one to be removed as the list has them. */
  fullName: z.string().max(200),
  at: epochMs,
  /** Null while the province has not decided. */
  decision: z.object({ accepted: z.boolean(), reason: z.string().max(500), at: epochMs }).nullable(),
});
export type ProposalAnswer = z.infer<typeof proposalAnswer>;
