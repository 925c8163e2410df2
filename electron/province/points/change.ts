import { type AppError, appErr } from '../../../shared/errors.ts';
import type { PointChange } from '../../../shared/protocol/points.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { addAudit } from '../db/audit.ts';
import { endCodesOf } from '../db/enrolment-codes.ts';
import { nextInvitation } from '../db/invitations.ts';
import { findPoint, type Point, setRetired, upsertPoints } from '../db/points.ts';
import type { Db } from '../db/schema.ts';
import type { Doing } from '../meetings/doing.ts';

/**
 * Adds a point, changes what is said of it, takes it out of service or puts it back. A retired point stays in meetings that are
 * over; its codes end. Errors: `point-known`, `not-found`, `point-retired`, `point-invited` (to a meeting still to come).
 */
export async function changePoint(db: Db, change: PointChange, doing: Doing): Promise<Result<null, AppError>> {
  return db.transaction().execute(async (tx) => {
    const known = await findPoint(tx, change.code);
    const done = await apply(tx, change, known, doing.now);
    if (!done.ok) return done;
    const detail = 'reason' in change ? { reason: change.reason } : {};
    await addAudit(tx, {
      at: doing.now,
      actor: doing.actor,
      action: `point-${change.kind}`,
      subject: `point:${change.code}`,
      detail,
    });
    return ok(null);
  });
}

async function apply(
  tx: Db,
  change: PointChange,
  known: Point | undefined,
  now: number,
): Promise<Result<null, AppError>> {
  const { code } = change;
  if (change.kind === 'add' && known !== undefined) return appErr('point-known', { code });
  if (change.kind !== 'add' && known === undefined) return appErr('not-found', { point: code });
  switch (change.kind) {
    case 'add':
    case 'change':
      await upsertPoints(tx, [factsOf(code, change.point)]);
      return ok(null);
    case 'retire': {
      const meeting = await nextInvitation(tx, code, now);
      if (meeting !== null) return appErr('point-invited', { title: meeting });
      await setRetired(tx, code, now);
      await endCodesOf(tx, code, now);
      return ok(null);
    }
    case 'reinstate':
      await setRetired(tx, code, null);
      return ok(null);
  }
}

function factsOf(code: string, point: Extract<PointChange, { kind: 'add' }>['point']) {
  const orNull = (text: string) => (text === '' ? null : text.normalize('NFC'));
  return {
    code,
    name: point.name.normalize('NFC'),
    kind: point.kind,
    cluster: orNull(point.cluster),
    contactName: orNull(point.contactName),
    contactPhone: orNull(point.contactPhone),
  };
}
