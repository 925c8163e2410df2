import type { CheckingNow } from '../../../shared/protocol/wall.ts';
import type { Db } from './schema.ts';
import type { CheckingTable } from './schema-help.ts';

/** Notes that checks run on a device. `until` in the past: that they no longer do. */
export async function putChecking(db: Db, row: CheckingTable): Promise<void> {
  const { meeting_id, until } = row;
  await db
    .insertInto('checking')
    .values(row)
    .onConflict((oc) => oc.columns(['point_code', 'device_id']).doUpdateSet({ meeting_id, until }))
    .execute();
}

/** Points at which a check for the meeting runs now. */
export async function listChecking(db: Db, meetingId: string, now: number): Promise<readonly CheckingNow[]> {
  const rows = await db
    .selectFrom('checking')
    .select(({ fn }) => ['point_code', fn.max('until').as('until')])
    .where('meeting_id', '=', meetingId)
    .where('until', '>', now)
    .groupBy('point_code')
    .execute();
  return rows.map(({ point_code, until }) => ({ meetingId, point: point_code, until: Number(until) }));
}

/** Writes down which version a device runs; what it was enrolled with grows old. */
export async function noteAppVersion(db: Db, deviceId: string, appVersion: string): Promise<void> {
  await db
    .updateTable('devices')
    .set({ app_version: appVersion })
    .where('id', '=', deviceId)
    .where('app_version', '!=', appVersion)
    .execute();
}
