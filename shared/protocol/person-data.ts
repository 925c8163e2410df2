import { z } from 'zod';
import { epochMs } from '../events/event.ts';
import { person, pointCode } from '../meeting/meeting.ts';

const fact = z.record(z.string(), z.unknown());

/** `GET /api/console/points/:code/roster/:person/data` and `province person export`: all that is held of one person. */
export const personData = z.object({
  point: pointCode,
  person: person.extend({ removedAt: epochMs.nullable() }),
  /** Meetings whose invitation names them. */
  designatedFor: z.array(z.object({ id: z.string(), title: z.string(), startsAt: epochMs })),
  /** Codes for their PIN: when, never which. */
  pinCodes: z.array(z.object({ issuedAt: epochMs, expiresAt: epochMs })),
  /** Signed lines of the point that tell of them. `at` by the device's clock. */
  record: z.array(
    z.object({
      ...{ device: z.string(), seq: z.number().int(), type: z.string() },
      ...{ at: epochMs, receivedAt: epochMs, event: fact },
    }),
  ),
  /** What the province ruled about them. */
  rulings: z.array(z.object({ at: epochMs, type: z.string(), ruling: fact })),
  letters: z.array(z.object({ sha256: z.string(), type: z.string(), receivedAt: epochMs })),
  /** What was done to their place on the roster. */
  done: z.array(z.object({ at: epochMs, actor: z.string(), action: z.string() })),
});
export type PersonData = z.infer<typeof personData>;

/** `POST /api/console/points/:code/roster/:person/erasure` */
export const personErasure = z.object({ reason: z.string().trim().min(1).max(500) });
/** What is gone; `staying`: signed lines and rulings that tell of them. */
export const personForgotten = z.object({
  letters: z.number().int(),
  pinCodes: z.number().int(),
  staying: z.number().int(),
});
export type PersonForgotten = z.infer<typeof personForgotten>;
