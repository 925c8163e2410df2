import { z } from 'zod';
import { COMPOSITIONS } from '../attendance/composition.ts';
import { CONNECTIONS } from '../attendance/connection.ts';
import { PRESENCES } from '../attendance/presence.ts';
import { VERIFICATIONS } from '../attendance/verification.ts';
import { approval } from '../events/authorisation.ts';
import { replacement } from '../events/correction.ts';
import { epochMs } from '../events/event.ts';
import { cause, incidentOpened } from '../events/incident-facts.ts';
import { attendanceFact } from '../events/journal-event.ts';
import { ruling, rulingActor } from '../events/rulings.ts';
import { meeting, meetingId, person, pointCode, requiredComposition } from '../meeting/meeting.ts';

const count = z.number().int().nonnegative();

/** One point of the roll call: the four axes side by side, never collapsed. Times by the province's clock. */
export const attendanceRow = z.object({
  point: z.object({ code: pointCode, name: z.string() }),
  required: requiredComposition,
  designated: person.nullable(),
  composition: z.object({
    status: z.enum(COMPOSITIONS),
    because: z.enum(['refused', 'unapproved', 'ineligible-rank']).nullable(),
    acceptance: z.enum(['by-rule', 'approved', 'pending']).nullable(),
    /** Who signed in last, with the entry that says so. */
    signIn: z.object({ entryId: z.string(), person, at: z.number() }).nullable(),
    /** Given, or written down, after the meeting had begun (bổ sung sau). */
    approval: approval.extend({ late: z.boolean(), recordedLate: z.boolean() }).nullable(),
  }),
  presence: z.object({
    status: z.enum(PRESENCES),
    since: z.number().nullable(),
    arrivedAt: z.number().nullable(),
    lateMinutes: count.nullable(),
    away: z.array(z.object({ from: z.number(), to: z.number().nullable() })),
  }),
  verification: z.object({ status: z.enum(VERIFICATIONS), since: z.number().nullable(), unanswered: count }),
  connection: z.object({ status: z.enum(CONNECTIONS), since: z.number().nullable(), outages: count, causeless: count }),
  /** Who said to be on duty, since when, and whether in time; null: nobody did. No telephone for those who do not call. */
  duty: z
    .object({ fullName: z.string(), phone: z.string(), at: z.number(), timeliness: z.enum(['pass', 'warn', 'fail']) })
    .nullable()
    .optional(),
  incidents: z.object({ open: count, all: count, causeless: count }),
});
export type AttendanceRow = z.infer<typeof attendanceRow>;

/** `GET /api/console/meetings/:id/attendance` */
export const attendanceReport = z.object({
  meeting,
  generatedAt: epochMs,
  /** Version of the policy that judges this meeting. */
  judgedBy: z.string().optional(),
  closedAt: epochMs.nullable(),
  /** The ruling that closed it, to be taken back by. */
  closingId: z.string().nullable().optional(),
  rows: z.array(attendanceRow),
});
export type AttendanceReport = z.infer<typeof attendanceReport>;

/** One thing recorded, by the point (`fact`) or by the province (`ruling`). `errorMs` null: nobody measured that clock. */
const recorded = z.object({
  id: z.string(),
  at: z.number(),
  errorMs: z.number().nullable(),
  deviceAt: epochMs.nullable(),
  /** The correction that moved, replaced or withdrew it. */
  correctedBy: z.string().nullable(),
  actor: rulingActor.nullable(),
  fact: attendanceFact.nullable(),
  ruling: ruling.nullable(),
});

/** `GET /api/console/meetings/:id/attendance/:code`: one point with everything that was recorded, the first things first. */
export const attendanceDetail = z.object({
  row: attendanceRow,
  course: z.array(recorded),
  incidents: z.array(
    incidentOpened.omit({ type: true, meetingId: true }).extend({
      resolvedAt: epochMs.nullable(),
      remedy: z.string(),
      cause,
    }),
  ),
  outages: z.array(z.object({ id: z.string(), from: z.number(), to: z.number().nullable(), cause })),
  requests: z.array(
    z.object({
      id: z.string(),
      at: epochMs,
      question: z.string(),
      dueAt: epochMs.nullable(),
      answerId: z.string().nullable(),
    }),
  ),
  corrections: z.array(
    z.object({
      id: z.string(),
      of: z.string(),
      at: z.number(),
      actor: z.string().nullable(),
      reason: z.string(),
      replacement,
      effect: z.enum(['applied', 'superseded', 'withdrawn', 'proposed', 'no-such-entry']),
    }),
  ),
});
export type AttendanceDetail = z.infer<typeof attendanceDetail>;

/** `POST /api/console/meetings/:id/rulings`. `point` null: for every point, as when the meeting is closed. */
export const rulingRequest = z.object({ point: pointCode.nullable(), ruling });
export type RulingRequest = z.infer<typeof rulingRequest>;
export const rulingAnswer = z.object({ id: z.string() });

/** `GET /api/console/live`, event `attendance`: this point's row is to be read again; every row when null. */
export const attendanceChanged = z.object({ meetingId, point: pointCode.nullable() });
export type AttendanceChanged = z.infer<typeof attendanceChanged>;
