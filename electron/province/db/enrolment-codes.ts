import type { OpenCode } from '../../../shared/protocol/points.ts';
import type { Db, EnrolmentCodesTable } from './schema.ts';

export async function insertEnrolmentCode(
  db: Db,
  code: Pick<EnrolmentCodesTable, 'secret_hash' | 'point_code' | 'created_at' | 'expires_at'>,
): Promise<void> {
  await db
    .insertInto('enrolment_codes')
    .values({ ...code, used_at: null, device_id: null })
    .execute();
}

export async function findEnrolmentCode(db: Db, secretHash: string): Promise<EnrolmentCodesTable | undefined> {
  return db.selectFrom('enrolment_codes').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst();
}

/** Uses the code up, once: false when somebody else was first. */
export async function spendEnrolmentCode(db: Db, secretHash: string, deviceId: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('enrolment_codes')
    .set({ used_at: at, device_id: deviceId })
    .where('secret_hash', '=', secretHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Codes that would still enrol a device, with their points; of one point only when it is named. The newest first. */
export async function listOpenCodes(db: Db, now: number, pointCode?: string): Promise<readonly OpenCode[]> {
  let query = db
    .selectFrom('enrolment_codes')
    .innerJoin('points', 'points.code', 'enrolment_codes.point_code')
    .select(['enrolment_codes.secret_hash', 'points.code', 'points.name'])
    .select(['enrolment_codes.created_at', 'enrolment_codes.expires_at'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', now);
  if (pointCode !== undefined) query = query.where('point_code', '=', pointCode);
  const rows = await query.orderBy('enrolment_codes.created_at', 'desc').orderBy('points.code').execute();
  return rows.map((row) => ({
    id: row.secret_hash,
    point: { code: row.code, name: row.name },
    issuedAt: row.created_at,
    expiresAt: row.expires_at,
  }));
}

/** From now on the code enrols nobody. Answers its point, or null when it is spent, over or unknown. */
export async function endEnrolmentCode(db: Db, secretHash: string, now: number): Promise<string | null> {
  const row = await db
    .updateTable('enrolment_codes')
    .set({ expires_at: now })
    .where('secret_hash', '=', secretHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('point_code')
    .executeTakeFirst();
  return row?.point_code ?? null;
}

/** The same of all codes of a point; answers how many there were. */
export async function endCodesOf(db: Db, pointCode: string, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('enrolment_codes')
    .set({ expires_at: now })
    .where('point_code', '=', pointCode)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
