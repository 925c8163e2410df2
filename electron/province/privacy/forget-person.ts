import { type AppError, appErr } from '../../../shared/errors.ts';
import type { PersonForgotten } from '../../../shared/protocol/person-data.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { addAudit } from '../db/audit.ts';
import { designatingMeeting } from '../db/people.ts';
import type { Db } from '../db/schema.ts';
import type { Doing } from '../meetings/doing.ts';
import { findEver, personData, subjectOf } from './person-data.ts';

/** What stands where a name stood; the same in every language. */
const NOBODY = '—';

/**
 * Deletes what the province holds of a person beside the signed record: name, title and fields on the roster, codes for their PIN,
 * their letters, and their being the point's contact. What was signed of meetings stays: it is evidence, also for that person, and a
 * chain without one of its lines proves nothing any more (`docs/privacy.md`). Errors: `roster-unknown-person`, `person-designated`.
 */
export async function forgetPerson(
  db: Db,
  { point, id, reason }: { readonly point: string; readonly id: string; readonly reason: string },
  { actor, now }: Doing,
): Promise<Result<PersonForgotten, AppError>> {
  return db.transaction().execute(async (tx) => {
    const row = await findEver(tx, point, id);
    const held = await personData(tx, point, id);
    if (row === undefined || !held.ok) return appErr('roster-unknown-person');
    const title = await designatingMeeting(tx, point, id, now);
    if (title !== undefined) return appErr('person-designated', { title });
    const { letters, pinCodes, record, rulings } = held.value;
    await tx
      .updateTable('people')
      .set({ full_name: NOBODY, title: '', fields: '[]', removed_at: row.removed_at ?? now })
      .where('point_code', '=', point)
      .where('id', '=', id)
      .execute();
    await tx.deleteFrom('pin_codes').where('point_code', '=', point).where('person_id', '=', id).execute();
    for (const { sha256 } of letters) {
      await tx.deleteFrom('attachments').where('point_code', '=', point).where('sha256', '=', sha256).execute();
    }
    await tx
      .updateTable('points')
      .set({ contact_name: null, contact_phone: null })
      .where('code', '=', point)
      .where('contact_name', '=', row.full_name)
      .execute();
    const forgotten = { letters: letters.length, pinCodes: pinCodes.length, staying: record.length + rulings.length };
    const detail = { reason: reason.normalize('NFC'), ...forgotten };
    await addAudit(tx, { at: now, actor, action: 'person-forgotten', subject: subjectOf(point, id), detail });
    return ok(forgotten);
  });
}
