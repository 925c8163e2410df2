import { z } from 'zod';
import { CHECK_IDS } from '../checks/check-id.ts';
import { checkResult } from '../checks/check-result.ts';
import { epochMs } from '../events/event.ts';
import { meeting, meetingId, pointCode } from '../meeting/meeting.ts';
import { READINESS_STATES } from '../meeting/readiness.ts';
import { helpTimes } from '../policy/help.ts';
import { readinessRow } from './console.ts';

/** One point of the wall, short: thousands are sent at once. */
export const wallRow = z.object({
  code: pointCode,
  name: z.string(),
  cluster: z.string().nullable(),
  state: z.enum(READINESS_STATES),
  /** A letter for each check, in the order of `CHECK_IDS`; read by `marksOf` of `shared/wall/wall-row.ts`. */
  marks: z.string().max(CHECK_IDS.length),
  /** Items of the checklist answered "no", and required ones not answered. */
  manualNo: z.number().int(),
  manualLeft: z.number().int(),
  /** Who signed in. */
  leader: z.string().nullable(),
  /** By the device's clock. */
  lastRunAt: epochMs.nullable(),
  /** By the hub's clock. */
  lastContactAt: epochMs.nullable(),
});
export type WallRow = z.infer<typeof wallRow>;

/** A check runs at a point right now, as the point says; believed up to `until` (the hub's clock) and kept nowhere as evidence. */
export const checkingNow = z.object({ meetingId, point: pointCode, until: epochMs });
export type CheckingNow = z.infer<typeof checkingNow>;

export const CALL_OUTCOMES = ['fixing', 'solved', 'no-answer', 'wrong-number'] as const;

/** Who calls a point, or has just called it. A colleague need not, up to `until`. */
export const callStanding = z.object({
  point: pointCode,
  state: z.enum(['calling', 'called']),
  by: z.string(),
  since: epochMs,
  until: epochMs,
  outcome: z.enum(CALL_OUTCOMES).nullable(),
  note: z.string(),
});
export type CallStanding = z.infer<typeof callStanding>;

export const ASK_STATES = ['pending', 'delivered', 'accepted', 'declined', 'done', 'read', 'expired'] as const;

/**
 * What was asked of a point: to run one check again (`check`), or to read a note. `pending`: not there yet; `delivered`: on its
 * screen; a recheck then is `accepted` and `done`, or `declined`; a note is `read`.
 */
export const ask = z.object({
  id: z.string().max(64),
  meetingId,
  point: pointCode,
  kind: z.enum(['recheck', 'note']),
  check: z.enum(CHECK_IDS).nullable(),
  text: z.string().max(500),
  by: z.string(),
  at: epochMs,
  expiresAt: epochMs,
  state: z.enum(ASK_STATES),
  stateAt: epochMs,
});
export type Ask = z.infer<typeof ask>;

/** `GET /api/console/meetings/:id/help`: calls that count now, and what was asked and is not long over. */
export const helpBoard = z.object({ calls: z.array(callStanding), asks: z.array(ask) });
export type HelpBoard = z.infer<typeof helpBoard>;

/** `GET /api/console/meetings/:id/wall`. Rows in Vietnamese order of their names. */
export const wall = z.object({
  meeting,
  generatedAt: epochMs,
  times: helpTimes.extend({
    readinessWarnMinutesBefore: z.number(),
    leaderWarnMinutesBefore: z.number(),
  }),
  rows: z.array(wallRow),
  checking: z.array(checkingNow),
  help: helpBoard,
});
export type Wall = z.infer<typeof wall>;

/** What was done about a point in the meeting, for all colleagues to see. */
export const helpLogEntry = z.object({
  at: epochMs,
  by: z.string(),
  action: z.enum(['claimed', 'released', 'called']),
  outcome: z.enum(CALL_OUTCOMES).nullable(),
  note: z.string(),
});
export type HelpLogEntry = z.infer<typeof helpLogEntry>;

/** One run of checks at the point, for whatever meeting. `at` by the device's clock. */
const pastRun = z.object({
  at: epochMs,
  meetingId: z.string().nullable(),
  meetingTitle: z.string().nullable(),
  device: z.string(),
  trigger: z.enum(['person', 'unattended']),
  results: z.array(checkResult.omit({ findings: true })),
});
export type PastRun = z.infer<typeof pastRun>;

/** `GET /api/console/meetings/:id/points/:code`: everything about one point that helps on the telephone. */
export const wallPoint = z.object({
  row: readinessRow,
  checklist: z.array(z.object({ id: z.string(), vi: z.string(), en: z.string() })),
  cluster: z.string().nullable(),
  /** Null for those who may not help. */
  contact: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  devices: z.array(z.object({ id: z.string(), name: z.string(), appVersion: z.string(), enrolledAt: epochMs })),
  /** The newest first. */
  runs: z.array(pastRun),
  asks: z.array(ask),
  log: z.array(helpLogEntry),
});
export type WallPoint = z.infer<typeof wallPoint>;

/** `POST …/points/:code/call` */
export const callRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('claim') }),
  z.object({ action: z.literal('release') }),
  z.object({
    action: z.literal('called'),
    outcome: z.enum(CALL_OUTCOMES),
    note: z.string().trim().max(500).default(''),
  }),
]);
export type CallRequest = z.infer<typeof callRequest>;

/** `POST …/points/:code/asks` */
export const askRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recheck'), check: z.enum(CHECK_IDS), text: z.string().trim().max(500).default('') }),
  z.object({ kind: z.literal('note'), text: z.string().trim().min(1).max(500) }),
]);
export type AskRequest = z.infer<typeof askRequest>;

/** Live events `help` (of this point something changed: read the board again) and `checking`. */
export const helpChanged = z.object({ meetingId, point: pointCode });
export type HelpChanged = z.infer<typeof helpChanged>;
