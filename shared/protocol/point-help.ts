import { z } from 'zod';
import { CHECK_IDS } from '../checks/check-id.ts';
import { meetingId } from '../meeting/meeting.ts';
import { ask } from './wall.ts';

/** Longest the hub holds a question for help open, seconds: below what proxies cut off. */
export const LONGEST_WAIT_S = 50;

/**
 * `GET /api/point/help`: what the province asks of this point and is not answered. With `wait` the hub answers as soon as that
 * is no longer what `seen` names (the `tag` of the answer before), at the latest after so many seconds.
 */
export const helpQuery = z.object({
  wait: z.coerce.number().int().min(0).max(LONGEST_WAIT_S).default(0),
  seen: z.string().max(100).default(''),
});
export const pointHelp = z.object({ tag: z.string(), asks: z.array(ask).max(50) });
export type PointHelp = z.infer<typeof pointHelp>;

export const ASK_ANSWERS = ['accepted', 'declined', 'done', 'read'] as const;

/** `POST /api/point/help/:id/answer`. `done`: the check was run; what it came to is in the journal as ever. */
export const askAnswer = z.object({ answer: z.enum(ASK_ANSWERS) });
export type AskAnswer = z.infer<typeof askAnswer>;

/** `POST /api/point/presence`: which checks run here right now. Said again while they run; it proves nothing and is no record. */
export const presenceRequest = z.object({
  meetingId: meetingId.nullable(),
  checks: z.array(z.enum(CHECK_IDS)),
  appVersion: z.string().max(40),
});
export type PresenceRequest = z.infer<typeof presenceRequest>;
