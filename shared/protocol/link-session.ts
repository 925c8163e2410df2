import { z } from 'zod';

const mbps = z.number().positive().max(100_000);

/** Megabits of IP a second: `down` from the hub to the point, `up` from it. */
export const linkRates = z.object({ down: mbps, up: mbps });
export type LinkRates = z.infer<typeof linkRates>;

const ticket = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * `POST /api/point/link-sessions`: leave to use the link responder for a short while. `id` and `key` go into every datagram
 * and the first line of every TCP connection; the responder answers nobody else.
 */
export const linkGrant = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** 32 random bytes, base64url. */
  key: z.string().length(43),
  udpPort: z.number().int().min(1).max(65535),
  tcpPort: z.number().int().min(1).max(65535),
  /** How long it lives, milliseconds. */
  lifeMs: z.number().int().positive(),
  /** Bytes each direction may carry at most. */
  maxBytes: z.number().int().positive(),
  /** What the hub has set aside of its line for this session: faster, tests would disturb each other. */
  mostMbps: linkRates.optional(),
});
export type LinkGrant = z.infer<typeof linkGrant>;

/** What a point asks with. One device has one place and one session: a new ask ends what it had before. */
export const linkAsk = z.object({
  /** From the answer before, to keep the place. */
  ticket: ticket.optional(),
  /** What it is likely to need, if it knows; the policy's most otherwise. */
  wantMbps: linkRates.optional(),
});
export type LinkAsk = z.infer<typeof linkAsk>;

/**
 * The other answer to it: the hub's line is taken, ask again at once with `ticket`. The hub holds the answer back for a few
 * seconds, so asking at once is not asking often; a place nobody asks for is given up.
 */
export const linkPlace = z.object({
  waiting: z.object({
    ticket,
    /** 1: the next. */
    place: z.number().int().positive(),
    estimateMs: z.number().nonnegative(),
  }),
});
export type LinkPlace = z.infer<typeof linkPlace>;

export const linkAnswer = z.union([linkPlace, linkGrant]);
export type LinkAnswer = z.infer<typeof linkAnswer>;

/** `POST /api/point/link-sessions/rates`: what the rest of the test needs; the answer is what is set aside from now on. */
export const linkNeed = z.object({ mostMbps: linkRates });
