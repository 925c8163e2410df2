import { type AppError, appErr } from '../../../shared/errors.ts';
import type { CallRequest } from '../../../shared/protocol/wall.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { formatTime } from '../../../shared/strings/format.ts';
import { addAudit } from '../db/audit.ts';
import { addToCallLog, endCall, listCalls, putCall } from '../db/calls.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import { invited } from './invited.ts';

export interface Calling {
  readonly meetingId: string;
  readonly point: string;
  /** The account's name. */
  readonly by: string;
  readonly now: number;
}

const ACTIONS = { claim: 'claimed', release: 'released', called: 'called' } as const;

/**
 * Takes a point for a call, gives it back, or writes down what came of it; in the shared log and the audit too.
 * Errors: `not-found`; `call-taken` (`who`, `time`) when a colleague is calling it.
 */
export async function callPoint(db: Db, asked: CallRequest, calling: Calling): Promise<Result<null, AppError>> {
  const { meetingId, point, by, now } = calling;
  const there = await invited(db, meetingId, point);
  if (!there.ok) return there;
  const { callMinutes } = (await currentPolicy(db)).help;
  return db.transaction().execute(async (tx) => {
    const key = { meeting_id: meetingId, point_code: point };
    const outcome = asked.action === 'called' ? asked.outcome : null;
    const note = asked.action === 'called' ? asked.note : '';
    if (asked.action === 'release') {
      // Nothing to give back: the time was over, or a colleague has it.
      if (!(await endCall(tx, { meetingId, point, actor: by }, now))) return ok(null);
    } else {
      const state = asked.action === 'claim' ? 'calling' : 'called';
      const until = now + callMinutes * 60_000;
      const put = await putCall(tx, { ...key, state, actor: by, since: now, until, outcome, note });
      if (!put) return taken(tx, meetingId, point, now);
    }
    await addToCallLog(tx, { ...key, at: now, actor: by, action: ACTIONS[asked.action], outcome, note });
    await addAudit(tx, {
      at: now,
      actor: `account:${by}`,
      action: `point-${ACTIONS[asked.action]}`,
      subject: `point:${point}`,
      detail: { meeting: meetingId, ...(outcome !== null && { outcome }) },
    });
    return ok(null);
  });
}

async function taken(db: Db, meetingId: string, point: string, now: number): Promise<Result<null, AppError>> {
  const [call] = await listCalls(db, meetingId, now, point);
  // Given back in between: whoever asks again gets it.
  if (call === undefined) return appErr('hub-busy');
  return appErr('call-taken', { who: call.by, time: formatTime(call.since) });
}
