import { randomUUID } from 'node:crypto';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import type { NewMeeting } from '../../../shared/protocol/console.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { addAudit } from '../db/audit.ts';
import { findMeeting, type Invitation, insertMeeting } from '../db/meetings.ts';
import { listPoints, listRoster } from '../db/points.ts';
import type { Db } from '../db/schema.ts';

/**
 * Schedules a meeting and invites its points.
 * Errors: `input-invalid` with the `field` at fault (`points.CODE`, `designated.CODE`, `id`, `expectedEndsAt`).
 */
export async function scheduleMeeting(
  db: Db,
  asked: NewMeeting,
  { actor, now }: { readonly actor: string; readonly now: number },
): Promise<Result<Meeting, AppError>> {
  if (asked.expectedEndsAt <= asked.startsAt) return appErr('input-invalid', { field: 'expectedEndsAt' });
  const meeting = meetingOf(asked);
  return db.transaction().execute(async (tx) => {
    if ((await findMeeting(tx, meeting.id)) !== undefined) return appErr('input-invalid', { field: 'id' });
    const invitations = await invite(tx, asked);
    if (!invitations.ok) return invitations;
    await insertMeeting(tx, meeting, invitations.value, now);
    const detail = { invited: invitations.value.length };
    await addAudit(tx, { at: now, actor, action: 'meeting-scheduled', subject: `meeting:${meeting.id}`, detail });
    return ok(meeting);
  });
}

function meetingOf(asked: NewMeeting): Meeting {
  return {
    id: asked.id ?? `m-${randomUUID()}`,
    title: asked.title.normalize('NFC'),
    invitationNumber: asked.invitationNumber.normalize('NFC'),
    chair: asked.chair.normalize('NFC'),
    startsAt: asked.startsAt,
    expectedEndsAt: asked.expectedEndsAt,
    composition: asked.composition,
    profile: asked.profile,
  };
}

async function invite(tx: Db, asked: NewMeeting): Promise<Result<readonly Invitation[], AppError>> {
  const known = (await listPoints(tx)).map(({ code }) => code);
  const invited = asked.points === 'all' ? known : [...new Set(asked.points)];
  if (invited.length === 0) return appErr('input-invalid', { field: 'points' });
  const stranger = invited.find((code) => !known.includes(code));
  if (stranger !== undefined) return appErr('input-invalid', { field: `points.${stranger}` });
  for (const [code, personId] of Object.entries(asked.designated)) {
    const roster = invited.includes(code) ? await listRoster(tx, code) : [];
    if (!roster.some(({ id }) => id === personId)) return appErr('input-invalid', { field: `designated.${code}` });
  }
  return ok(invited.map((pointCode) => ({ pointCode, designatedPersonId: asked.designated[pointCode] ?? null })));
}
