import { type RulingEntry, rulingEntry } from '../../../shared/events/rulings.ts';
import type { Db } from './schema.ts';

/** Adds a line to the province's own record. */
export async function insertRuling(db: Db, entry: RulingEntry): Promise<void> {
  const { id, meetingId, point, at, ruling } = entry;
  const row = { id, meeting_id: meetingId, point_code: point, at, type: ruling.type, line: JSON.stringify(entry) };
  await db.insertInto('rulings').values(row).execute();
}

/** What was ruled about a meeting: about every point of it, or about one point, with what is for all of them. */
export async function listRulings(db: Db, meetingId: string, point?: string): Promise<readonly RulingEntry[]> {
  let query = db.selectFrom('rulings').select('line').where('meeting_id', '=', meetingId);
  if (point !== undefined) {
    query = query.where(({ or, eb }) => or([eb('point_code', '=', point), eb('point_code', 'is', null)]));
  }
  const rows = await query.orderBy('at').orderBy('id').execute();
  return rows.map(({ line }) => rulingEntry.parse(JSON.parse(line)));
}

/** What was asked of a point since `since` in any meeting, the oldest first. */
export async function listQuestions(db: Db, point: string, since: number): Promise<readonly RulingEntry[]> {
  const rows = await db
    .selectFrom('rulings')
    .select('line')
    .where('point_code', '=', point)
    .where('type', '=', 'explanation-requested')
    .where('at', '>=', since)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ line }) => rulingEntry.parse(JSON.parse(line)));
}
