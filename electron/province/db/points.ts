import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import { isPostgres } from './dialect.ts';
import { inChunks } from './in-chunks.ts';
import type { Db, PointsTable } from './schema.ts';

export interface Point {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly lastContactAt: number | null;
  readonly cluster: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
}

/** All points, in Vietnamese order of their names. */
export async function listPoints(db: Db): Promise<readonly Point[]> {
  const rows = await db.selectFrom('points').selectAll().execute();
  return rows.map(asPoint).sort((a, b) => vietnameseOrder(a.name, b.name) || vietnameseOrder(a.code, b.code));
}

export async function findPoint(db: Db, code: string): Promise<Point | undefined> {
  const row = await db.selectFrom('points').selectAll().where('code', '=', code).executeTakeFirst();
  return row && asPoint(row);
}

function asPoint(row: PointsTable): Point {
  return {
    code: row.code,
    name: row.name,
    kind: row.kind,
    lastContactAt: row.last_contact_at,
    cluster: row.cluster,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
  };
}

/** Adds points, or renames those already there. */
export async function upsertPoints(db: Db, points: readonly Pick<Point, 'code' | 'name' | 'kind'>[]): Promise<void> {
  for (const chunk of inChunks(points)) {
    const values = chunk.map(({ code, name, kind }) => ({ code, name, kind, last_contact_at: null }));
    await db
      .insertInto('points')
      .values(values)
      .onConflict((oc) =>
        oc.column('code').doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), kind: eb.ref('excluded.kind') })),
      )
      .execute();
  }
}

/** Notes that the point was heard of. */
export async function touchPoint(db: Db, code: string, at: number): Promise<void> {
  await db.updateTable('points').set({ last_contact_at: at }).where('code', '=', code).execute();
}

/**
 * Notes that the points were heard of and holds their rows until the end of the transaction: two devices of one point wait for
 * each other here and neither loses what the other folded.
 */
export async function holdPoints(tx: Db, codes: readonly string[], at: number): Promise<void> {
  for (const chunk of inChunks([...new Set(codes)].sort())) {
    // An update takes rows in whatever order it finds them.
    const held = tx.selectFrom('points').select('code').where('code', 'in', chunk).orderBy('code');
    if (isPostgres(tx)) await held.forNoKeyUpdate().execute();
    await tx.updateTable('points').set({ last_contact_at: at }).where('code', 'in', chunk).execute();
  }
}
