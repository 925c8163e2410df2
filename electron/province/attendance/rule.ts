import { randomUUID } from 'node:crypto';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { Ruling, RulingActor } from '../../../shared/events/rulings.ts';
import type { RulingRequest } from '../../../shared/protocol/attendance.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { addAudit } from '../db/audit.ts';
import { listInvitations } from '../db/invitations.ts';
import { findMeeting } from '../db/meetings.ts';
import { insertRuling } from '../db/rulings.ts';
import type { Db } from '../db/schema.ts';
import { queueHooks } from '../webhooks/queue.ts';

/** What only the hub itself observes. */
const OBSERVED: readonly string[] = ['connection-lost', 'connection-restored'];
/** What holds for every point of a meeting at once. A correction may: of what was for all of them. */
const FOR_ALL: readonly string[] = ['meeting-closed'];
const FOR_ALL_OR_ONE: readonly string[] = ['province-correction'];

/**
 * Writes down what somebody of the province ruled. Nothing is judged here: what a ruling comes to is told by all that was
 * recorded (`shared/attendance/`). Answers its id.
 * Errors: `meeting-unknown`; `meeting-not-begun`; `input-invalid` with the `field` at fault (`ruling.type`, `point`).
 */
export async function addRuling(
  db: Db,
  meetingId: string,
  { point, ruling }: RulingRequest,
  { actor, now }: { readonly actor: Extract<RulingActor, { kind: 'account' }>; readonly now: number },
): Promise<Result<string, AppError>> {
  if (OBSERVED.includes(ruling.type)) return appErr('input-invalid', { field: 'ruling.type' });
  return db.transaction().execute(async (tx) => {
    const meeting = await findMeeting(tx, meetingId);
    if (meeting === undefined) return appErr('meeting-unknown');
    const invited =
      point !== null && (await listInvitations(tx, meetingId)).some(({ pointCode }) => pointCode === point);
    const scoped = FOR_ALL_OR_ONE.includes(ruling.type) || FOR_ALL.includes(ruling.type) === (point === null);
    if (!scoped || (point !== null && !invited)) {
      return appErr('input-invalid', { field: 'point' });
    }
    if (isClosedTooSoon(ruling, meeting.startsAt, now)) return appErr('meeting-not-begun');
    const id = `r-${randomUUID()}`;
    await insertRuling(tx, { v: 1, id, meetingId, point, at: now, actor, ruling });
    await queueHooks(tx, [{ type: 'attendance.changed', data: { meetingId, ...(point !== null && { point }) } }], now);
    await addAudit(tx, {
      at: now,
      actor: `account:${actor.accountId}`,
      action: `ruled-${ruling.type}`,
      subject: `meeting:${meetingId}`,
      detail: { ruling: id, ...(point !== null && { point }) },
    });
    return ok(id);
  });
}

/** A meeting may have been held before its hour: whoever says so gives the reason. Else a press too soon would shut points out. */
function isClosedTooSoon(ruling: Ruling, startsAt: number, now: number): boolean {
  return ruling.type === 'meeting-closed' && ruling.reason === '' && Math.min(now, ruling.closedAt) < startsAt;
}
