import { z } from 'zod';
import { personName } from './event.ts';

const particulars = {
  fullName: personName,
  title: z.string().trim().max(200),
  /** Fields in charge (lĩnh vực phụ trách). */
  fields: z.array(z.string().trim().min(1).max(120)).max(20),
};

/** What the point asks the province to change in its roster; the roster stays the province's. */
export const personProposed = z.object({
  type: z.literal('person-proposed'),
  proposal: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('add'), ...particulars }),
    z.object({ kind: z.literal('change'), personId: z.string().max(64), ...particulars }),
    z.object({ kind: z.literal('remove'), personId: z.string().max(64) }),
  ]),
  /** Who asks. */
  by: personName,
  reason: z.string().trim().min(1).max(500),
});
export type PersonProposed = z.infer<typeof personProposed>;
