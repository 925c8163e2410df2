import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Db } from '../db/schema.ts';

/** Errors: `not-found` when the point is not invited to such a meeting. */
export async function invited(db: Db, meetingId: string, point: string): Promise<Result<null, AppError>> {
  const row = await db
    .selectFrom('invitations')
    .select('point_code')
    .where('meeting_id', '=', meetingId)
    .where('point_code', '=', point)
    .executeTakeFirst();
  return row === undefined ? appErr('not-found') : ok(null);
}
