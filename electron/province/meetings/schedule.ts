import { randomUUID } from 'node:crypto';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { factsOf } from '../../../shared/meeting/change.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { startsOf } from '../../../shared/meeting/recurrence.ts';
import { type AskedMeeting, type NewMeeting, newMeeting } from '../../../shared/protocol/meetings.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { addAudit } from '../db/audit.ts';
import { putInvitations } from '../db/invitations.ts';
import { findMeeting, insertMeeting } from '../db/meetings.ts';
import type { Db } from '../db/schema.ts';
import { meetingHappening, queueHooks } from '../webhooks/queue.ts';
import type { Doing } from './doing.ts';
import { checkInvitations, invitationsOf } from './invite.ts';
import { checkPolicyVersion } from './known-policy.ts';

/**
 * Schedules a meeting, or a series of them, and invites the points. Answers the first meeting.
 * Errors: `input-invalid` with the `field` at fault (`points.CODE`, `designated.CODE`, `id`, `expectedEndsAt`, `policyVersion`).
 */
export async function scheduleMeeting(
  db: Db,
  asked: AskedMeeting,
  { actor, now }: Doing,
): Promise<Result<Meeting, AppError>> {
  const read = newMeeting.safeParse(asked);
  if (!read.success) return appErr('input-invalid', { field: read.error.issues[0]?.path.join('.') ?? '' });
  if (read.data.expectedEndsAt <= read.data.startsAt) return appErr('input-invalid', { field: 'expectedEndsAt' });
  const meetings = meetingsOf(read.data);
  const [first] = meetings;
  if (first === undefined) throw new Error('a series without a meeting');
  return db.transaction().execute(async (tx) => {
    if ((await findMeeting(tx, first.id)) !== undefined) return appErr('input-invalid', { field: 'id' });
    const policy = await checkPolicyVersion(tx, read.data.policyVersion);
    if (!policy.ok) return policy;
    const invitations = await invitationsOf(tx, read.data);
    if (!invitations.ok) return invitations;
    const checked = await checkInvitations(tx, invitations.value);
    if (!checked.ok) return checked;
    for (const meeting of meetings) {
      await insertMeeting(tx, meeting, now);
      await putInvitations(tx, meeting.id, invitations.value);
      await queueHooks(tx, [meetingHappening(meeting.id, 'scheduled')], now);
    }
    const detail = { invited: invitations.value.length, meetings: meetings.length };
    await addAudit(tx, { at: now, actor, action: 'meeting-scheduled', subject: `meeting:${first.id}`, detail });
    return ok(first);
  });
}

function meetingsOf(asked: NewMeeting): readonly Meeting[] {
  const id = asked.id ?? `m-${randomUUID()}`;
  const starts = asked.repeat === null ? [asked.startsAt] : startsOf(asked.startsAt, asked.repeat);
  const lastsMs = asked.expectedEndsAt - asked.startsAt;
  const facts = {
    ...factsOf(asked),
    title: asked.title.normalize('NFC'),
    invitationNumber: asked.invitationNumber.normalize('NFC'),
    chair: asked.chair.normalize('NFC'),
  };
  return starts.map((startsAt, turn) => ({
    ...facts,
    id: turn === 0 ? id : `m-${randomUUID()}`,
    startsAt,
    expectedEndsAt: startsAt + lastsMs,
    status: 'scheduled',
    seriesId: asked.repeat === null ? null : id,
    revision: 1,
    lastChange: null,
  }));
}
