import type { Point } from './points.ts';
import type { Db } from './schema.ts';

/** Points by code, `limit` at most, from the one after `after`. */
export async function pagePoints(
  db: Db,
  after: string | undefined,
  limit: number,
): Promise<readonly Pick<Point, 'code' | 'name' | 'kind' | 'lastContactAt'>[]> {
  let query = db.selectFrom('points').select(['code', 'name', 'kind', 'last_contact_at']);
  if (after !== undefined) query = query.where('code', '>', after);
  const rows = await query.orderBy('code').limit(limit).execute();
  return rows.map(({ code, name, kind, last_contact_at }) => ({ code, name, kind, lastContactAt: last_contact_at }));
}
