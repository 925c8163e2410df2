import type { PointRecord } from '../../../shared/protocol/points.ts';
import { listDevicesOf } from '../db/devices.ts';
import { listOpenCodes } from '../db/enrolment-codes.ts';
import { findPoint } from '../db/points.ts';
import type { Db } from '../db/schema.ts';

/** What is said of a point, its machines and its open codes; null when there is no such point. */
export async function pointRecordOf(db: Db, code: string, now: number): Promise<PointRecord | null> {
  const point = await findPoint(db, code);
  if (point === undefined) return null;
  const devices = await listDevicesOf(db, code);
  return {
    point,
    devices: devices.map((device) => ({
      id: device.id,
      name: device.name,
      appVersion: device.app_version,
      enrolledAt: device.enrolled_at,
      revokedAt: device.revoked_at,
      revokedReason: device.revoked_reason,
      entries: device.head_seq,
    })),
    codes: [...(await listOpenCodes(db, now, code))],
  };
}
