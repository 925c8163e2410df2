import { z } from 'zod';
import { epochMs, personName } from '../events/event.ts';

export const meetingId = z.string().min(1).max(64);
export const pointCode = z.string().regex(/^[0-9A-Za-z-]{1,32}$/);

/** Lĩnh vực phụ trách. */
export const fieldsInCharge = z.array(z.string().trim().min(1).max(120)).max(20);

/** Someone of a point who may sit in a meeting. One full-name field (DOMAIN: Jrai and Bahnar names). */
export const person = z.object({
  id: z.string().min(1).max(64),
  fullName: personName,
  title: z.string().trim().max(200),
  /** Fields in charge (lĩnh vực phụ trách); absent where nobody said. */
  fields: fieldsInCharge.optional(),
});
export type Person = z.infer<typeof person>;

/** `head`: the invitation says "Thủ trưởng/Chủ tịch"; `representative`: "đại diện lãnh đạo". */
export const requiredComposition = z.enum(['head', 'representative']);
export type RequiredComposition = z.infer<typeof requiredComposition>;

export const MEETING_KINDS = ['briefing', 'thematic', 'urgent', 'conference', 'training', 'other'] as const;
const meetingKind = z.enum(MEETING_KINDS);
/** The platform's page of the room; empty where the room is reached otherwise. */
const platformLink = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]);

const plannedFacts = z.object({
  title: z.string().trim().min(1).max(300),
  invitationNumber: z.string().trim().max(60),
  chair: z.string().trim().max(200),
  startsAt: epochMs,
  expectedEndsAt: epochMs,
  composition: requiredComposition,
  profile: z.enum(['720p', '1080p']),
});

export const policyVersion = z.string().min(1).max(64);

/**
 * What the invitation says. The last three came later: meetings written down before are briefings without a link.
 * `policyVersion`: the version that judges the meeting, whatever comes after; null: the one in force when it starts.
 */
export const meetingFacts = plannedFacts.extend({
  kind: meetingKind.default('briefing'),
  platformLink: platformLink.default(''),
  policyVersion: policyVersion.nullable().default(null),
});
export type MeetingFacts = z.infer<typeof meetingFacts>;

/** Any of the facts, and only those that are named: no default fills in. */
export const someMeetingFacts = plannedFacts
  .extend({ kind: meetingKind, platformLink, policyVersion: policyVersion.nullable() })
  .partial();
export type SomeMeetingFacts = z.infer<typeof someMeetingFacts>;

/** Why a meeting is not as it was invited: `before` holds the facts that changed, as they were. */
export const meetingChange = z.object({
  at: epochMs,
  reason: z.string().trim().min(1).max(500),
  before: someMeetingFacts,
});
export type MeetingChange = z.infer<typeof meetingChange>;

export const meeting = meetingFacts.extend({
  id: meetingId,
  status: z.enum(['scheduled', 'cancelled']).default('scheduled'),
  /** The meetings of one series share it. */
  seriesId: meetingId.nullable().default(null),
  /** One more with every change. */
  revision: z.number().int().positive().default(1),
  lastChange: meetingChange.nullable().default(null),
});
export type Meeting = z.infer<typeof meeting>;

/**
 * A meeting as one invited point sees it; `composition` is what is required of this point. `judgedBy`: the version of the policy
 * that judges it; absent from hubs that know only one.
 */
export const pointMeeting = meeting.extend({
  designatedPersonId: z.string().max(64).nullable(),
  judgedBy: policyVersion.optional(),
});
export type PointMeeting = z.infer<typeof pointMeeting>;
