import { calculateJwkThumbprint } from 'jose';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { EnrolRequest } from '../../../shared/protocol/enrolment.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { secretHash } from '../auth/secrets.ts';
import { addAudit } from '../db/audit.ts';
import { findDevice, insertDevice } from '../db/devices.ts';
import { findEnrolmentCode, spendEnrolmentCode } from '../db/enrolment-codes.ts';
import { findPoint } from '../db/points.ts';
import type { Db } from '../db/schema.ts';

export interface Enrolled {
  readonly deviceId: string;
  readonly point: { readonly code: string; readonly name: string };
}

/**
 * Enrols a device with its one-time code. A device's id is the thumbprint of its key (RFC 7638), so a repeat of the same
 * request, its answer lost on the way, is answered as the first one was. So is a known device of the same point with a new
 * code.
 * Errors: `enrolment-bad-code`, `enrolment-used`, `enrolment-expired`, `enrolment-already` (for another point), `device-revoked`.
 */
export async function enrolDevice(db: Db, request: EnrolRequest, now: number): Promise<Result<Enrolled, AppError>> {
  const hash = secretHash(request.secret);
  const deviceId = await calculateJwkThumbprint(request.deviceKey);
  return db.transaction().execute(async (tx) => {
    const code = await findEnrolmentCode(tx, hash);
    const point = await findPoint(tx, request.point);
    if (code === undefined || point === undefined || code.point_code !== point.code) {
      return appErr('enrolment-bad-code');
    }
    const enrolled = ok({ deviceId, point: { code: point.code, name: point.name } });
    if (code.used_at !== null) return code.device_id === deviceId ? enrolled : appErr('enrolment-used');
    if (code.expires_at <= now) return appErr('enrolment-expired');
    const known = await findDevice(tx, deviceId);
    if (known !== undefined && known.pointCode !== point.code)
      return appErr('enrolment-already', { point: point.name });
    if (known !== undefined && known.revokedAt !== null) return appErr('device-revoked');
    if (!(await spendEnrolmentCode(tx, hash, deviceId, now))) return appErr('enrolment-used');
    // The device lost its enrolment but not its key: its chain simply goes on.
    if (known !== undefined) return enrolled;
    const { deviceKey, deviceName, appVersion } = request;
    const name = deviceName.normalize('NFC');
    await insertDevice(tx, { id: deviceId, pointCode: point.code, key: deviceKey, name, appVersion }, now);
    await addAudit(tx, { at: now, actor: `device:${deviceId}`, action: 'enrolled', subject: `point:${point.code}` });
    return enrolled;
  });
}
