import { type AppError, appErr } from '../../../shared/errors.ts';
import { changedFacts, changeForSibling, withFacts } from '../../../shared/meeting/change.ts';
import type { Meeting, SomeMeetingFacts } from '../../../shared/meeting/meeting.ts';
import type { MeetingCancellation, MeetingChangeRequest } from '../../../shared/protocol/meetings.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { addAudit } from '../db/audit.ts';
import { insertChange } from '../db/meeting-changes.ts';
import { findMeeting, listSeries, updateMeeting } from '../db/meetings.ts';
import type { Db } from '../db/schema.ts';
import { meetingHappening, queueHooks } from '../webhooks/queue.ts';
import type { Doing } from './doing.ts';
import { checkPolicyVersion } from './known-policy.ts';
import { rejudge } from './rejudge.ts';

type Changed = Promise<Result<readonly Meeting[], AppError>>;

/**
 * Changes facts of a meeting, and of the later ones of its series when asked; why and what they were before stays written
 * down. Answers the meetings that changed.
 * Errors: `meeting-unknown`, `meeting-cancelled`, `meeting-changed` (somebody else was quicker), `input-invalid` with the
 * `field` at fault (`facts` when nothing would change, `policyVersion` when there never was such a policy).
 */
export function changeMeeting(db: Db, id: string, asked: MeetingChangeRequest, doing: Doing): Changed {
  return changeEach(db, id, asked, doing, 'meeting-changed', asked.facts.policyVersion, (meeting, of) => {
    const facts = meeting.id === of.id ? asked.facts : changeForSibling(asked.facts, of, meeting);
    const changed = withFacts(meeting, facts);
    const before = changedFacts(meeting, changed);
    if (changed.expectedEndsAt <= changed.startsAt) return appErr('input-invalid', { field: 'expectedEndsAt' });
    if (Object.keys(before).length === 0)
      return meeting.id === of.id ? appErr('input-invalid', { field: 'facts' }) : null;
    return ok({ meeting: changed, before });
  });
}

/** Cancels a meeting, and the later ones of its series when asked. It stays readable, and so do the records of its points. */
export function cancelMeeting(db: Db, id: string, asked: MeetingCancellation, doing: Doing): Changed {
  return changeEach(db, id, asked, doing, 'meeting-cancelled', null, (meeting) =>
    ok({ meeting: { ...meeting, status: 'cancelled' as const }, before: {} }),
  );
}

/** What becomes of one meeting; null when nothing does. */
type Step = (meeting: Meeting, of: Meeting) => Result<{ meeting: Meeting; before: SomeMeetingFacts }, AppError> | null;

/** Thrown inside the transaction, so that nothing of a series is changed when one of its meetings cannot be. */
class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

async function changeEach(
  db: Db,
  id: string,
  asked: MeetingCancellation,
  doing: Doing,
  action: string,
  policyVersion: string | null | undefined,
  step: Step,
): Changed {
  try {
    return await db.transaction().execute(async (tx) => {
      const of = await findMeeting(tx, id);
      if (of === undefined) return appErr('meeting-unknown');
      if (of.status === 'cancelled') return appErr('meeting-cancelled');
      if (of.revision !== asked.revision) return appErr('meeting-changed');
      const policy = await checkPolicyVersion(tx, policyVersion);
      if (!policy.ok) return policy;
      const later = asked.following && of.seriesId !== null ? await listSeries(tx, of.seriesId, of.startsAt) : [];
      const siblings = later.filter((one) => one.id !== of.id && one.status === 'scheduled');
      const changed: Meeting[] = [];
      for (const meeting of [of, ...siblings]) {
        const next = step(meeting, of);
        if (next === null) continue;
        if (!next.ok) throw new Refused(next.error);
        changed.push(await write(tx, next.value.meeting, next.value.before, asked.reason, doing));
      }
      const detail = { reason: asked.reason, meetings: changed.length };
      await addAudit(tx, { at: doing.now, actor: doing.actor, action, subject: `meeting:${id}`, detail });
      return ok(changed);
    });
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, error: thrown.error };
    throw thrown;
  }
}

async function write(
  tx: Db,
  to: Meeting,
  before: SomeMeetingFacts,
  reason: string,
  { actor, now }: Doing,
): Promise<Meeting> {
  const revision = to.revision + 1;
  const change = { at: now, reason: reason.normalize('NFC'), before };
  const changed = { ...to, revision, lastChange: change };
  if (!(await updateMeeting(tx, changed))) throw new Refused({ code: 'meeting-changed', values: {} });
  await insertChange(tx, to.id, { ...change, revision, actor });
  await queueHooks(tx, [meetingHappening(to.id, to.status === 'cancelled' ? 'cancelled' : 'changed')], now);
  if ('policyVersion' in before || 'startsAt' in before) await rejudge(tx, changed, now);
  return changed;
}
