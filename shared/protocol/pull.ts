import { z } from 'zod';
import { entryHash } from '../events/entry-hash.ts';
import { epochMs } from '../events/event.ts';
import { journalEvent } from '../events/journal-event.ts';
import { meeting, meetingId, pointCode } from '../meeting/meeting.ts';
import { attendanceRow } from './attendance.ts';
import { readinessReport, readinessRow } from './console.ts';

/** What one page holds at most. */
export const MOST_ROWS = 5000;

const since = z
  .string()
  .min(1)
  .max(400)
  .optional()
  .describe('The `cursor` of an earlier answer; without it everything.');
const limit = (usual: number, most: number) => z.coerce.number().int().min(1).max(most).default(usual);

/** Rows of a meeting: all, or those that changed. */
export const rowsQuery = z.object({ since, limit: limit(1000, MOST_ROWS) });
export const entriesQuery = z.object({ since, limit: limit(200, 1000), meeting: meetingId.optional() });
export const meetingsQuery = z.object({ limit: limit(50, 200) });
export const pointsQuery = z.object({ after: pointCode.optional(), limit: limit(1000, MOST_ROWS) });

/** `removed`: points that are no longer invited. `more`: ask again at once with the cursor. No clock, so that ETags hold. */
const page = { removed: z.array(pointCode), cursor: z.string(), more: z.boolean() };

/** `GET /api/v1/meetings/:id/readiness`. A new `lastContactAt` alone does not bring a row: points have it. */
export const pulledReadiness = z.object({
  meeting,
  checklist: readinessReport.shape.checklist,
  rows: z.array(readinessRow),
  ...page,
});
export type PulledReadiness = z.infer<typeof pulledReadiness>;

/** `GET /api/v1/meetings/:id/attendance`. What time alone changes (late, absent) comes as a changed row too. */
export const pulledAttendance = z.object({
  meeting,
  closedAt: epochMs.nullable(),
  rows: z.array(attendanceRow),
  ...page,
});
export type PulledAttendance = z.infer<typeof pulledAttendance>;

/** One entry as a device signed it (`jws`), and what it says. `at` by the device's clock, `receivedAt` by the hub's. */
export const pulledEntry = z.object({
  device: z.string(),
  seq: z.number().int().positive(),
  hash: entryHash,
  prev: z.string(),
  point: pointCode,
  meetingId: z.string().nullable(),
  at: epochMs,
  receivedAt: epochMs,
  event: journalEvent,
  jws: z.string(),
});
export type PulledEntry = z.infer<typeof pulledEntry>;

/** `GET /api/v1/entries`, in the order they came in. */
export const pulledEntries = z.object({ entries: z.array(pulledEntry), cursor: z.string(), more: z.boolean() });
export type PulledEntries = z.infer<typeof pulledEntries>;

/** `GET /api/v1/meetings`, the newest by start first. */
export const pulledMeetings = z.object({ meetings: z.array(meeting) });

/** `GET /api/v1/points`, in the order of their codes; `after` the last code of the page before. */
export const pulledPoints = z.object({
  points: z.array(z.object({ code: pointCode, name: z.string(), kind: z.string(), lastContactAt: epochMs.nullable() })),
  more: z.boolean(),
});
