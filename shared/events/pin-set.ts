import { z } from 'zod';

/**
 * A person has a new PIN on this device. `byCode`: id of the province's one-time code it took, null where none was needed.
 * `replaced`: there was a PIN before, so this was a reset. Says who could sign in here, and that the code is spent.
 */
export const pinSet = z.object({
  type: z.literal('pin-set'),
  personId: z.string().max(64),
  byCode: z.string().max(64).nullable(),
  replaced: z.boolean(),
});
export type PinSet = z.infer<typeof pinSet>;
