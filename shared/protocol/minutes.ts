import { z } from 'zod';
import { epochMs } from '../events/event.ts';
import { meetingId, pointCode } from '../meeting/meeting.ts';

/** `GET /api/console/minutes-check?seal=`: the text of a seal, or the whole link of the code. */
export const sealQuery = z.object({ seal: z.string().max(4000) });

/**
 * `same`: the hub holds exactly these entries. `more`: it holds them, and others that came since. `different`: some of them are not
 * here. `unknown`: the code names no single entries and its digest is not that of what is here. `broken`: a chain here does not verify.
 */
export const SEAL_VERDICTS = ['same', 'more', 'different', 'unknown', 'broken'] as const;

export const sealCheck = z.object({
  verdict: z.enum(SEAL_VERDICTS),
  meeting: z.object({ id: meetingId, title: z.string(), startsAt: epochMs }),
  point: z.object({ code: pointCode, name: z.string() }),
  /** How many of the record's entries are here. */
  held: z.number().int().nonnegative(),
  /** Beginnings of the hashes of entries of the record that are not here. */
  missing: z.array(z.string()),
  /** Entries here that the record does not list. */
  added: z.array(z.object({ hash: z.string(), type: z.string(), at: epochMs, receivedAt: epochMs })),
});
export type SealCheck = z.infer<typeof sealCheck>;
