import { type AppError, appErr } from '../../../shared/errors.ts';
import type { DeviceRevocation, IssuedCode } from '../../../shared/protocol/points.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { addAudit } from '../db/audit.ts';
import { findDevice, revokeDevice } from '../db/devices.ts';
import { endEnrolmentCode } from '../db/enrolment-codes.ts';
import { findPoint } from '../db/points.ts';
import type { Db } from '../db/schema.ts';
import type { Doing } from '../meetings/doing.ts';
import { type IssueRequest, issueEnrolmentCode } from './issue-code.ts';

/**
 * Takes nothing from a machine any more; what it sent stays, its chain ends there. With `replace` a code for the machine in its
 * place comes back: that one begins a chain of its own. Errors: `not-found`, `device-revoked` (already), `point-retired`.
 */
export async function revokeAndReplace(
  db: Db,
  asked: DeviceRevocation & { readonly point: string; readonly device: string },
  issue: Omit<IssueRequest, 'point'>,
): Promise<Result<IssuedCode | null, AppError>> {
  return db.transaction().execute(async (tx) => {
    const point = await findPoint(tx, asked.point);
    const device = await findDevice(tx, asked.device);
    if (point === undefined || device === undefined || device.pointCode !== point.code) return appErr('not-found');
    if (asked.replace && point.retiredAt !== null) return appErr('point-retired', { name: point.name });
    const { now, actor } = issue;
    if (!(await revokeDevice(tx, device.id, now, asked.reason))) return appErr('device-revoked');
    const detail = { device: device.id, entries: device.head.seq, reason: asked.reason };
    await addAudit(tx, { at: now, actor, action: 'device-revoked', subject: `point:${point.code}`, detail });
    if (!asked.replace) return ok(null);
    const issued = await issueEnrolmentCode(tx, { ...issue, point: point.code });
    return issued.ok ? ok({ point: { code: point.code, name: point.name }, ...issued.value }) : issued;
  });
}

/** Error: `not-found` for a code that is spent, over or unknown. */
export async function revokeCode(db: Db, id: string, { actor, now }: Doing): Promise<Result<null, AppError>> {
  return db.transaction().execute(async (tx) => {
    const point = await endEnrolmentCode(tx, id, now);
    if (point === null) return appErr('not-found');
    await addAudit(tx, { at: now, actor, action: 'enrolment-code-revoked', subject: `point:${point}` });
    return ok(null);
  });
}
