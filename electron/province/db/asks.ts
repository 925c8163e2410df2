import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { Ask } from '../../../shared/protocol/wall.ts';
import type { Db } from './schema.ts';
import type { AsksTable } from './schema-help.ts';

/** States in which the point has still something to do. */
const OPEN = ['pending', 'delivered', 'accepted'] as const;

export async function insertAsk(db: Db, row: AsksTable): Promise<void> {
  await db.insertInto('asks').values(row).execute();
}

export async function findAsk(db: Db, id: string, now: number): Promise<Ask | undefined> {
  const row = await db.selectFrom('asks').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asAsk(row, now);
}

/** What a point has not answered, the oldest first. */
export async function listOpenAsks(db: Db, point: string, now: number): Promise<readonly Ask[]> {
  const rows = await db
    .selectFrom('asks')
    .selectAll()
    .where('point_code', '=', point)
    .where('expires_at', '>', now)
    .where('state', 'in', [...OPEN])
    .orderBy('asked_at')
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.map((row) => asAsk(row, now));
}

/** What was asked of the points of a meeting, or of one of them, and changed since; the newest first. */
export async function listAsks(
  db: Db,
  meetingId: string,
  now: number,
  { since, point }: { readonly since: number; readonly point?: string },
): Promise<readonly Ask[]> {
  let query = db.selectFrom('asks').selectAll().where('meeting_id', '=', meetingId).where('state_at', '>=', since);
  if (point !== undefined) query = query.where('point_code', '=', point);
  const rows = await query.orderBy('asked_at', 'desc').orderBy('id').limit(5000).execute();
  return rows.map((row) => asAsk(row, now));
}

/** Moves an ask on from one of the states `from`; false when it is in none of them, or its time is over. */
export async function moveAsk(
  db: Db,
  move: {
    readonly id: string;
    readonly from: readonly AsksTable['state'][];
    readonly to: AsksTable['state'];
    readonly now: number;
    /** What is accepted gets its time to be done. */
    readonly expiresAt?: number;
  },
): Promise<boolean> {
  const { id, from, to, now, expiresAt } = move;
  const { numUpdatedRows } = await db
    .updateTable('asks')
    .set({ state: to, state_at: now, ...(expiresAt !== undefined && { expires_at: expiresAt }) })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function asAsk(row: AsksTable, now: number): Ask {
  const over = row.expires_at <= now && OPEN.some((state) => state === row.state);
  return {
    id: row.id,
    meetingId: row.meeting_id,
    point: row.point_code,
    kind: row.kind,
    check: CHECK_IDS.find((id) => id === row.check_id) ?? null,
    text: row.body,
    by: row.actor,
    at: row.asked_at,
    expiresAt: row.expires_at,
    state: over ? 'expired' : row.state,
    stateAt: over ? row.expires_at : row.state_at,
  };
}
