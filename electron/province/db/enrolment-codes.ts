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
