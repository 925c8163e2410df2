import { z } from 'zod';
import { epochMs } from '../events/event.ts';
import { meetingId, person, pointCode, pointMeeting } from '../meeting/meeting.ts';
import { policy } from '../policy/policy.ts';
import { proposalAnswer } from './proposal-answers.ts';

/** A question put to the point (giải trình). `id` goes into the answer; `about`: the sign-in it is about, if any. */
export const explanationAsked = z.object({
  id: z.string().max(64),
  meetingId,
  question: z.string(),
  about: z.string().max(64).nullable(),
  at: epochMs,
  dueAt: epochMs.nullable(),
});
export type ExplanationAsked = z.infer<typeof explanationAsked>;

/**
 * A one-time code with which a person of the point sets a new PIN. The point checks it offline: `hash` is of its eight digits
 * with `salt` (`electron/crypto/pin-code.ts`), both base64url.
 */
export const pinCode = z.object({
  id: z.string().min(1).max(64),
  personId: z.string().max(64),
  salt: z.string().max(64),
  hash: z.string().max(64),
  issuedAt: epochMs,
  expiresAt: epochMs,
});
export type PinCode = z.infer<typeof pinCode>;

/** `GET /api/point/feed`: all a point needs to work, also offline. `ETag` and `If-None-Match` are honoured. */
export const feed = z.object({
  serverTime: epochMs,
  hub: z.object({ id: z.string(), name: z.string(), hotline: z.string().max(60) }),
  point: z.object({ code: pointCode, name: z.string() }),
  roster: z.array(person).max(200),
  meetings: z.array(pointMeeting).max(200),
  /** In force now. */
  policy,
  /** The other policies that judge `meetings`. */
  policies: z.array(policy).max(40).default([]),
  /** What the province asked this point to explain and has no answer to yet, the oldest first. */
  requests: z.array(explanationAsked).max(100).default([]),
  /** Codes that are neither spent nor expired. */
  pinCodes: z.array(pinCode).max(200).default([]),
  /** What this point proposed for its roster of late, the newest first. */
  proposals: z.array(proposalAnswer).max(20).default([]),
  /** What the hub signs of its certificates (`protocol/hub-certificate.ts`); null where it shows none. */
  certificate: z.string().max(2000).nullable().default(null),
  /** The release this point is to take, as it was signed (`updates/release.ts`); null: none. */
  update: z.string().max(20_000).nullable().default(null),
});
export type Feed = z.infer<typeof feed>;

/**
 * `head`: the number of the last entry in the device's journal. When the hub has it, it knows all that the device recorded up
 * to now: only then does a sign-in that is not there mean an empty seat.
 */
export const feedQuery = z.object({ head: z.coerce.number().int().nonnegative().optional() });
