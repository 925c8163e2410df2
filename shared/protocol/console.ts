import { z } from 'zod';
import { DECLARED } from '../attendance/composition.ts';
import { CHECK_IDS } from '../checks/check-id.ts';
import { epochMs, personName } from '../events/event.ts';
import { substitution } from '../events/leader-signed-in.ts';
import { meeting, meetingId, pointCode } from '../meeting/meeting.ts';
import { READINESS_STATES } from '../meeting/readiness.ts';
import { checkStanding } from '../meeting/standing.ts';

export const ROLES = ['admin', 'operator', 'office', 'viewer'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** `POST /api/console/session` sets a cookie; `GET` tells who one is; `DELETE` ends it. */
export const loginRequest = z.object({ username: z.string().min(1).max(64), password: z.string().min(1).max(200) });
export const sessionInfo = z.object({ username: z.string(), role, hubName: z.string() });
export type SessionInfo = z.infer<typeof sessionInfo>;

/** `GET /api/console/meetings` */
export const meetingSummary = meeting.extend({
  invited: z.number().int(),
  counts: z.record(z.enum(READINESS_STATES), z.number().int()),
});
export type MeetingSummary = z.infer<typeof meetingSummary>;
export const meetingList = z.object({ serverTime: epochMs, meetings: z.array(meetingSummary) });

/** One point of the readiness table of a meeting; also one row of the readiness report. */
export const readinessRow = z.object({
  point: z.object({ code: pointCode, name: z.string() }),
  state: z.enum(READINESS_STATES),
  checks: z.partialRecord(z.enum(CHECK_IDS), checkStanding),
  manual: z.object({ required: z.number().int(), answered: z.number().int(), no: z.array(z.string()) }),
  leader: z
    .object({
      fullName: personName,
      title: z.string(),
      composition: z.enum(DECLARED),
      /** The reason and the rest are for those who judge it, in the roll call. */
      substitution: substitution.pick({ basis: true, documentNumber: true }).nullable(),
      at: epochMs,
    })
    .nullable(),
  policyVersion: z.string().nullable(),
  /** By the device's clock. */
  lastRunAt: epochMs.nullable(),
  /** By the hub's clock: when this point was last heard of at all. */
  lastContactAt: epochMs.nullable(),
});
export type ReadinessRow = z.infer<typeof readinessRow>;

/** `GET /api/console/meetings/:id/readiness`, `GET /api/reports/readiness?meeting=ID&format=json`. */
export const readinessReport = z.object({
  meeting,
  generatedAt: epochMs,
  /** Version of the policy that judges this meeting: its checklist, its minutes, its rules of attendance. */
  judgedBy: z.string().optional(),
  checklist: z.array(z.object({ id: z.string(), vi: z.string(), en: z.string() })),
  rows: z.array(readinessRow),
});
export type ReadinessReport = z.infer<typeof readinessReport>;

/** `GET /api/console/live` (server-sent events): which row of which meeting changed. Event name `readiness`. */
export const liveUpdate = z.object({ meetingId, row: readinessRow });
export type LiveUpdate = z.infer<typeof liveUpdate>;

/** `POST /api/console/points/:code/enrolment` */
export const enrolmentIssued = z.object({ code: z.string(), expiresAt: epochMs });

/**
 * `GET /api/console/points`. `devices`: machines enrolled for the point and not revoked; `proposals`: what the point asks to be
 * changed in its roster and nobody has decided on.
 */
export const pointList = z.object({
  points: z.array(
    z.object({
      code: pointCode,
      name: z.string(),
      kind: z.string(),
      devices: z.number().int(),
      proposals: z.number().int().default(0),
      cluster: z.string().nullable().default(null),
      contactName: z.string().nullable().default(null),
      contactPhone: z.string().nullable().default(null),
      retiredAt: epochMs.nullable().default(null),
      lastContactAt: epochMs.nullable(),
    }),
  ),
});
export type PointList = z.infer<typeof pointList>;
