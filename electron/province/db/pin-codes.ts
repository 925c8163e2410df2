import type { Db, PinCodesTable } from './schema.ts';

/** Adds a code; those of the same person issued before no longer work. */
export async function insertPinCode(db: Db, code: PinCodesTable): Promise<void> {
  await db
    .updateTable('pin_codes')
    .set({ expires_at: code.issued_at })
    .where('point_code', '=', code.point_code)
    .where('person_id', '=', code.person_id)
    .where('expires_at', '>', code.issued_at)
    .execute();
  await db.insertInto('pin_codes').values(code).execute();
}

/** Codes of a point that have not expired, the oldest first. */
export async function listPinCodes(db: Db, point: string, now: number): Promise<readonly PinCodesTable[]> {
  return db
    .selectFrom('pin_codes')
    .selectAll()
    .where('point_code', '=', point)
    .where('expires_at', '>', now)
    .orderBy('issued_at')
    .orderBy('id')
    .execute();
}
