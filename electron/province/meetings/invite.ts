import { type AppError, appErr } from '../../../shared/errors.ts';
import type { Invitation, InvitationChange, NewMeeting } from '../../../shared/protocol/meetings.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { addAudit } from '../db/audit.ts';
import { deleteInvitations, putInvitations } from '../db/invitations.ts';
import { findMeeting } from '../db/meetings.ts';
import { listRosters } from '../db/people.ts';
import { listPoints } from '../db/points.ts';
import type { Db } from '../db/schema.ts';
import { meetingHappening, queueHooks } from '../webhooks/queue.ts';
import type { Doing } from './doing.ts';

/** Whom a new meeting invites, and what is required of each. Errors: `input-invalid`, naming `points`. */
export async function invitationsOf(db: Db, asked: NewMeeting): Promise<Result<readonly Invitation[], AppError>> {
  const points = (await listPoints(db)).filter(({ retiredAt }) => retiredAt === null);
  const kinds = new Map(points.map(({ code, kind }) => [code, kind]));
  const invited = asked.points === 'all' ? [...kinds.keys()] : [...new Set(asked.points)];
  if (invited.length === 0) return appErr('input-invalid', { field: 'points' });
  const stranger = Object.keys(asked.designated).find((code) => !invited.includes(code));
  if (stranger !== undefined) return appErr('input-invalid', { field: `designated.${stranger}` });
  const { compositionOf } = asked;
  return ok(
    invited.map((pointCode) => ({
      pointCode,
      designatedPersonId: asked.designated[pointCode] ?? null,
      composition: compositionOf.points[pointCode] ?? compositionOf.kinds[kinds.get(pointCode) ?? ''] ?? null,
    })),
  );
}

/** Errors: `input-invalid`, naming the point that does not exist or whose roster lacks the designated person; `point-retired`. */
export async function checkInvitations(db: Db, invitations: readonly Invitation[]): Promise<Result<null, AppError>> {
  const known = new Map((await listPoints(db)).map((point) => [point.code, point]));
  const stranger = invitations.find(({ pointCode }) => !known.has(pointCode));
  if (stranger !== undefined) return appErr('input-invalid', { field: `points.${stranger.pointCode}` });
  const retired = invitations.map(({ pointCode }) => known.get(pointCode)).find((point) => point?.retiredAt != null);
  if (retired !== undefined) return appErr('point-retired', { name: retired.name });
  const designated = invitations.filter(({ designatedPersonId }) => designatedPersonId !== null);
  const rosters = await listRosters(
    db,
    designated.map(({ pointCode }) => pointCode),
  );
  const lacking = designated.find(
    ({ pointCode, designatedPersonId }) => !rosters.get(pointCode)?.some(({ id }) => id === designatedPersonId),
  );
  return lacking === undefined ? ok(null) : appErr('input-invalid', { field: `designated.${lacking.pointCode}` });
}

/**
 * Invites points to a meeting, changes how they are invited, or takes them off the list. What a point that is taken off has
 * sent stays in its record. Errors: `meeting-unknown`, `meeting-cancelled`, `input-invalid` as above.
 */
export async function changeInvitations(
  db: Db,
  meetingId: string,
  { put, remove, reason }: InvitationChange,
  { actor, now }: Doing,
): Promise<Result<null, AppError>> {
  return db.transaction().execute(async (tx) => {
    const meeting = await findMeeting(tx, meetingId);
    if (meeting === undefined) return appErr('meeting-unknown');
    if (meeting.status === 'cancelled') return appErr('meeting-cancelled');
    const checked = await checkInvitations(tx, put);
    if (!checked.ok) return checked;
    await putInvitations(tx, meetingId, put);
    await deleteInvitations(tx, meetingId, remove);
    await queueHooks(tx, [meetingHappening(meetingId, 'invitations')], now);
    const detail = { put: put.length, removed: remove.length, reason };
    await addAudit(tx, { at: now, actor, action: 'invitations-changed', subject: `meeting:${meetingId}`, detail });
    return ok(null);
  });
}
