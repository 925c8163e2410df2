import { z } from 'zod';
import { epochMs } from '../events/event.ts';
import {
  meeting,
  meetingChange,
  meetingFacts,
  meetingId,
  pointCode,
  policyVersion,
  requiredComposition,
  someMeetingFacts,
} from '../meeting/meeting.ts';
import { recurrence } from '../meeting/recurrence.ts';

const personId = z.string().max(64);
const reason = meetingChange.shape.reason;

/**
 * `POST /api/console/meetings` and `province meetings add`. `designated`: point code → person id of its roster.
 * `compositionOf`: what is required otherwise of points of a kind or of single points; a single point's word counts more.
 */
export const newMeeting = meetingFacts.extend({
  id: meetingId.optional(),
  points: z.union([z.literal('all'), z.array(pointCode).min(1)]),
  designated: z.record(pointCode, personId).default({}),
  compositionOf: z
    .object({
      kinds: z.record(z.string().max(40), requiredComposition).default({}),
      points: z.record(pointCode, requiredComposition).default({}),
    })
    .default({ kinds: {}, points: {} }),
  repeat: recurrence.nullable().default(null),
});
export type NewMeeting = z.infer<typeof newMeeting>;
/** As it is written; what has a default may be missing. */
export type AskedMeeting = z.input<typeof newMeeting>;

/** What the one who changes has seen, so that two colleagues do not undo each other's work unknowingly. */
const seen = { revision: z.number().int().positive(), reason };
/** Whether the later meetings of the series change alike. */
const following = z.boolean().default(false);

/** `POST /api/console/meetings/:id/changes` */
export const meetingChangeRequest = z.object({ ...seen, facts: someMeetingFacts, following });
export type MeetingChangeRequest = z.infer<typeof meetingChangeRequest>;

/** `POST /api/console/meetings/:id/cancellation` */
export const meetingCancellation = z.object({ ...seen, following });
export type MeetingCancellation = z.infer<typeof meetingCancellation>;

/** One invited point. `composition` null: as the meeting says. */
export const invitation = z.object({
  pointCode,
  designatedPersonId: personId.nullable(),
  composition: requiredComposition.nullable(),
});
export type Invitation = z.infer<typeof invitation>;

/** `POST /api/console/meetings/:id/invitations`: those named are added or changed; `remove` takes points off the list. */
export const invitationChange = z.object({
  reason,
  put: z.array(invitation).max(5000).default([]),
  remove: z.array(pointCode).max(5000).default([]),
});
export type InvitationChange = z.infer<typeof invitationChange>;

/** `GET /api/console/meetings/:id` */
export const meetingDetail = z.object({
  meeting,
  invitations: z.array(invitation.extend({ pointName: z.string(), designatedName: z.string().nullable() })),
  /** The newest first. */
  changes: z.array(meetingChange.extend({ actor: z.string(), revision: z.number().int() })),
  serverTime: epochMs,
});
export type MeetingDetail = z.infer<typeof meetingDetail>;

/** `GET /api/console/policy-versions`. `from`: since when it is in force, or was; the one in force first. */
export const policyVersions = z.object({
  versions: z.array(z.object({ version: policyVersion, from: epochMs })),
});
export type PolicyVersions = z.infer<typeof policyVersions>;

/** In whose words wrong rows are named. */
export const importLocale = z.enum(['vi', 'en']).default('vi');

/** What the changing routes answer: each meeting that changed, as it is now. */
export const changedMeetings = z.object({ meetings: z.array(meeting) });

/** `POST /api/console/meetings/:id/invitations/file` (CSV or XLSX as the body). A wrong row keeps all of them out. */
export const invitationImport = z.object({
  imported: z.number().int(),
  bad: z.array(z.object({ line: z.number().int(), detail: z.string() })),
});
export type InvitationImport = z.infer<typeof invitationImport>;
