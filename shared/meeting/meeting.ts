import { z } from 'zod';
import { epochMs, personName } from '../events/event.ts';

export const meetingId = z.string().min(1).max(64);
export const pointCode = z.string().regex(/^[0-9A-Za-z-]{1,32}$/);

/** Someone of a point who may sit in a meeting. One full-name field (DOMAIN: Jrai and Bahnar names). */
export const person = z.object({
  id: z.string().min(1).max(64),
  fullName: personName,
  title: z.string().trim().max(200),
});
export type Person = z.infer<typeof person>;

export const meetingFacts = z.object({
  title: z.string().trim().min(1).max(300),
  invitationNumber: z.string().trim().max(60),
  chair: z.string().trim().max(200),
  startsAt: epochMs,
  expectedEndsAt: epochMs,
  /** `head`: the invitation says "Thủ trưởng/Chủ tịch"; `representative`: "đại diện lãnh đạo". */
  composition: z.enum(['head', 'representative']),
  profile: z.enum(['720p', '1080p']),
});
export type MeetingFacts = z.infer<typeof meetingFacts>;

export const meeting = meetingFacts.extend({ id: meetingId });
export type Meeting = z.infer<typeof meeting>;

/** A meeting as one invited point sees it. */
export const pointMeeting = meeting.extend({ designatedPersonId: z.string().max(64).nullable() });
export type PointMeeting = z.infer<typeof pointMeeting>;
