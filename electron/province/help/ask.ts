import { randomUUID } from 'node:crypto';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { AskAnswer } from '../../../shared/protocol/point-help.ts';
import type { Ask, AskRequest } from '../../../shared/protocol/wall.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { findAsk, insertAsk, listOpenAsks, moveAsk } from '../db/asks.ts';
import { addAudit } from '../db/audit.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import type { AsksTable } from '../db/schema-help.ts';
import type { Calling } from './call.ts';
import { invited } from './invited.ts';

/** More would not be read. */
const MOST_OPEN = 10;

/**
 * Asks a point to run a check again, or to read a note. A recheck that is asked for already is not asked for twice.
 * Errors: `not-found`, `ask-many`.
 */
export async function askPoint(db: Db, asked: AskRequest, calling: Calling): Promise<Result<Ask, AppError>> {
  const { meetingId, point, by, now } = calling;
  const there = await invited(db, meetingId, point);
  if (!there.ok) return there;
  const { askMinutes } = (await currentPolicy(db)).help;
  const check = asked.kind === 'recheck' ? asked.check : null;
  return db.transaction().execute(async (tx) => {
    const open = await listOpenAsks(tx, point, now);
    const same = open.find((one) => check !== null && one.check === check && one.meetingId === meetingId);
    if (same !== undefined) return ok(same);
    if (open.length >= MOST_OPEN) return appErr('ask-many');
    const row: AsksTable = {
      id: randomUUID(),
      meeting_id: meetingId,
      point_code: point,
      kind: asked.kind,
      check_id: check,
      body: asked.text.normalize('NFC'),
      actor: by,
      asked_at: now,
      expires_at: now + askMinutes * 60_000,
      state: 'pending',
      state_at: now,
    };
    await insertAsk(tx, row);
    await addAudit(tx, {
      at: now,
      actor: `account:${by}`,
      action: `point-asked-${asked.kind}`,
      subject: `point:${point}`,
      detail: { meeting: meetingId, ask: row.id, ...(check !== null && { check }) },
    });
    const made = await findAsk(tx, row.id, now);
    return made === undefined ? appErr('internal') : ok(made);
  });
}

/** What has to stand before each answer. A note has nothing to be done about, a recheck is not merely read. */
const FROM = {
  recheck: { accepted: ['pending', 'delivered'], declined: ['pending', 'delivered', 'accepted'], done: ['accepted'] },
  note: { read: ['pending', 'delivered'] },
} as const satisfies Record<Ask['kind'], Partial<Record<AskAnswer['answer'], readonly AsksTable['state'][]>>>;

/** The point answers. An answer given twice is one. Errors: `not-found`, `ask-over`. */
export async function answerAsk(
  db: Db,
  id: string,
  { answer }: AskAnswer,
  from: { readonly point: string; readonly device: string; readonly now: number },
): Promise<Result<Ask, AppError>> {
  const { point, device, now } = from;
  const known = await findAsk(db, id, now);
  if (known === undefined || known.point !== point) return appErr('not-found');
  if (known.state === answer) return ok(known);
  const steps: Partial<Record<AskAnswer['answer'], readonly AsksTable['state'][]>> = FROM[known.kind];
  const before = steps[answer];
  if (before === undefined) return appErr('ask-over');
  const { askMinutes } = (await currentPolicy(db)).help;
  const more = answer === 'accepted' ? { expiresAt: now + askMinutes * 60_000 } : {};
  const moved = await moveAsk(db, { id, from: before, to: answer, now, ...more });
  if (!moved) return appErr('ask-over');
  await addAudit(db, {
    at: now,
    actor: `device:${device}`,
    action: `ask-${answer}`,
    subject: `point:${point}`,
    detail: { meeting: known.meetingId, ask: id },
  });
  return ok({ ...known, state: answer, stateAt: now });
}
