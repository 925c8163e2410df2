import { z } from 'zod';
import { pointEntry } from './attendance/point-entry.ts';
import { baselines } from './baseline/baseline.ts';
import { CHECK_IDS } from './checks/check-id.ts';
import { appError } from './error-schema.ts';
import { entryHash } from './events/entry-hash.ts';
import { epochMs } from './events/event.ts';
import { substitution } from './events/leader-signed-in.ts';
import { person } from './meeting/meeting.ts';
import { checkStanding } from './meeting/standing.ts';
import { feed } from './protocol/feed.ts';
import { ask } from './protocol/wall.ts';

/** How the window was started: by a person, by a person with the check begun at once, or by a script. */
export const launchMode = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('interactive'), runCheck: z.boolean() }),
  z.object({ kind: z.literal('unattended'), only: z.array(z.enum(CHECK_IDS)).nullable() }),
]);
export type LaunchMode = z.infer<typeof launchMode>;

/** An event that is on disk in this device's journal. */
export const saved = z.object({ seq: z.number().int().positive(), hash: entryHash, at: epochMs });
export type Saved = z.infer<typeof saved>;

/** Where the record stands: `pending` entries are saved here and not yet at the province. */
export const syncState = z.object({
  phase: z.enum(['idle', 'sending', 'waiting']),
  lastSeq: z.number().int().nonnegative(),
  receivedSeq: z.number().int().nonnegative(),
  pending: z.number().int().nonnegative(),
  lastContactAt: epochMs.nullable(),
  nextTryAt: epochMs.nullable(),
  error: appError.nullable(),
});
export type SyncState = z.infer<typeof syncState>;

/** `MeetingRecord` of `meeting/readiness.ts`, as it crosses to the window. */
const meetingRecord = z.object({
  checks: z.partialRecord(z.enum(CHECK_IDS), checkStanding),
  manual: z.record(
    z.string(),
    z.object({ answer: z.enum(['yes', 'no', 'not-applicable']), note: z.string(), at: epochMs }),
  ),
  leader: z
    .object({ person, designatedPersonId: z.string().nullable(), substitution: substitution.nullable(), at: epochMs })
    .nullable(),
  lastRunAt: epochMs.nullable(),
  policyVersion: z.string().nullable(),
});

export const pointState = z.object({
  enrolment: z
    .object({
      pointCode: z.string(),
      pointName: z.string(),
      hubName: z.string(),
      hubUrl: z.string(),
      deviceId: z.string(),
    })
    .nullable(),
  /** The last feed received, kept for working offline; `feedAt` by this device's clock. */
  feed: feed.nullable(),
  feedAt: epochMs.nullable(),
  /** By meeting id, for the meetings of the feed. */
  records: z.record(z.string(), meetingRecord),
  /** By meeting id: what this device recorded of its course, entry by entry. */
  courses: z.record(z.string(), z.array(pointEntry)).optional(),
  /** What this device's journal gives to compare a measurement with. */
  baselines: baselines.optional(),
  /** What the province asks of this point and is not answered. */
  asks: z.array(ask).optional(),
  sync: syncState,
  /** What the person should know of this machine's own data: settings set aside, entries that do not verify. */
  warnings: z.array(appError),
});
export type PointState = z.infer<typeof pointState>;
