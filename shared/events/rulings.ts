import { z } from 'zod';
import { approval } from './authorisation.ts';
import { replacement } from './correction.ts';
import { epochMs, personName } from './event.ts';
import { cause } from './incident-facts.ts';

/** An entry hash of a point, or the id of another ruling. */
export const entryId = z.string().min(1).max(64);

const optionalReason = z.string().trim().max(1000);
const reason = z.string().trim().min(1).max(1000);

/** The chair accepts this person in this meeting. `approval.approvedAt` after the start stays visible (bổ sung sau). */
export const compositionApproved = z.object({
  type: z.literal('composition-approved'),
  personId: entryId,
  approval,
  reason: optionalReason,
});
export const compositionRefused = z.object({
  type: z.literal('composition-refused'),
  personId: entryId,
  ground: z.enum(['refused', 'ineligible-rank']),
  approval,
  reason,
});

/** `of`: the sign-in that is judged; null where the point has declared nothing. */
const declaration = { of: entryId.nullable() };
export const verified = z.object({ type: z.literal('verified'), ...declaration, reason: optionalReason });
export const disputed = z.object({ type: z.literal('disputed'), ...declaration, reason });
/** The question put to the point; its id is the `requestId` of the answer. `reason` is the question. */
export const explanationRequested = z.object({
  type: z.literal('explanation-requested'),
  ...declaration,
  dueAt: epochMs.nullable(),
  reason,
});
/** The point explained itself otherwise than in the app: by phone, on paper. */
export const explanationRecorded = z.object({
  type: z.literal('explanation-recorded'),
  ...declaration,
  by: personName,
  channel: approval.shape.channel,
  text: z.string().trim().min(1).max(4000),
  reason: optionalReason,
});
/** The matter is closed; `reason` is the conclusion. */
export const concluded = z.object({ type: z.literal('concluded'), ...declaration, reason });

/** The roll call found the seat empty: somebody of the province saw it. `channel`: where, for instance on the platform. */
export const absenceObserved = z.object({
  type: z.literal('absence-observed'),
  observedAt: epochMs,
  channel: z.enum(['platform', 'phone', 'in-person', 'other']),
  reason: optionalReason,
});
export const excused = z.object({ type: z.literal('excused'), approval, reason });
export const notExcused = z.object({ type: z.literal('not-excused'), reason });

/** Whose fault an interruption was: of a lost connection (id of its `connection-lost`) or of an incident. */
export const causeSet = z.object({
  type: z.literal('cause-set'),
  of: z.discriminatedUnion('what', [
    z.object({ what: z.literal('connection'), id: entryId }),
    z.object({ what: z.literal('incident'), id: entryId }),
  ]),
  cause,
  reason,
});

/** The meeting is over; said once for all its points. `closedAt`: when it ended. */
export const meetingClosed = z.object({ type: z.literal('meeting-closed'), closedAt: epochMs, reason: optionalReason });

/** Observed by the hub itself; the actor is the hub. `observedAt`: when the line fell silent, or the device was heard again. */
export const connectionLost = z.object({
  type: z.literal('connection-lost'),
  observedAt: epochMs,
  reason: optionalReason,
});
export const connectionRestored = z.object({
  type: z.literal('connection-restored'),
  observedAt: epochMs,
  reason: optionalReason,
});

/** Đính chính by the province: of a fact of the point or of a ruling. Only `withdrawn` and `moment` can hold of a ruling. */
export const provinceCorrection = z.object({
  type: z.literal('province-correction'),
  of: entryId,
  replacement,
  reason,
});

export const ruling = z.discriminatedUnion('type', [
  compositionApproved,
  compositionRefused,
  verified,
  disputed,
  explanationRequested,
  explanationRecorded,
  concluded,
  absenceObserved,
  excused,
  notExcused,
  causeSet,
  meetingClosed,
  connectionLost,
  connectionRestored,
  provinceCorrection,
]);
export type Ruling = z.infer<typeof ruling>;

/** Who ruled: an account of the province, or the hub by its own observation. */
export const rulingActor = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('account'),
    accountId: z.string().max(64),
    fullName: personName,
    role: z.string().max(40),
  }),
  z.object({ kind: z.literal('hub') }),
]);
export type RulingActor = z.infer<typeof rulingActor>;

/** One line of the province's own record: appended, never changed. `at` by the hub's clock. */
export const rulingEntry = z.object({
  v: z.literal(1),
  id: entryId,
  meetingId: z.string().max(64),
  /** Null: for every point of the meeting. */
  point: z.string().min(1).max(32).nullable(),
  at: epochMs,
  actor: rulingActor,
  ruling,
});
export type RulingEntry = z.infer<typeof rulingEntry>;
