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
  /** No longer invited since then. */
  readonly retiredAt: number | null;
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
    retiredAt: row.retired_at,
  };
}

/** A point as an import or a form says it. What is undefined stays as it was. */
export type PointFacts = Pick<Point, 'code' | 'name' | 'kind'> &
  Partial<Pick<Point, 'cluster' | 'contactName' | 'contactPhone'>>;

/** Adds points, or changes what is said of those already there. All of one call must say the same kinds of things. */
export async function upsertPoints(db: Db, points: readonly PointFacts[]): Promise<void> {
  for (const chunk of inChunks(points)) {
    const values = chunk.map(columnsOf);
    const changed = Object.keys(values[0] ?? {}).filter((column) => column !== 'code') as (keyof PointsTable)[];
    await db
      .insertInto('points')
      .values(values)
      .onConflict((oc) =>
        oc
          .column('code')
          .doUpdateSet((eb) => Object.fromEntries(changed.map((column) => [column, eb.ref(`excluded.${column}`)]))),
      )
      .execute();
  }
}

function columnsOf({ code, name, kind, cluster, contactName, contactPhone }: PointFacts) {
  return {
    code,
    name,
    kind,
    ...(cluster !== undefined && { cluster }),
    ...(contactName !== undefined && { contact_name: contactName }),
    ...(contactPhone !== undefined && { contact_phone: contactPhone }),
  };
}

/** Takes a point out of service, or (null) puts it back. */
export async function setRetired(db: Db, code: string, at: number | null): Promise<void> {
  await db.updateTable('points').set({ retired_at: at }).where('code', '=', code).execute();
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
