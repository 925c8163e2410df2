import type { Person } from '../../../shared/meeting/meeting.ts';
import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import { inChunks } from './in-chunks.ts';
import type { Db } from './schema.ts';

export interface Point {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly lastContactAt: number | null;
}

/** All points, in Vietnamese order of their names. */
export async function listPoints(db: Db): Promise<readonly Point[]> {
  const rows = await db.selectFrom('points').selectAll().execute();
  return rows
    .map(({ code, name, kind, last_contact_at }) => ({ code, name, kind, lastContactAt: last_contact_at }))
    .sort((a, b) => vietnameseOrder(a.name, b.name) || vietnameseOrder(a.code, b.code));
}

export async function findPoint(db: Db, code: string): Promise<Point | undefined> {
  const row = await db.selectFrom('points').selectAll().where('code', '=', code).executeTakeFirst();
  return row && { code: row.code, name: row.name, kind: row.kind, lastContactAt: row.last_contact_at };
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

/** Notes that the point was heard of. Inside a transaction it also holds the point's row until the end of it. */
export async function touchPoint(db: Db, code: string, at: number): Promise<void> {
  await db.updateTable('points').set({ last_contact_at: at }).where('code', '=', code).execute();
}

/** The people of a point who may sit in a meeting, in Vietnamese order of their names. */
export async function listRoster(db: Db, pointCode: string): Promise<readonly Person[]> {
  const rows = await db.selectFrom('people').selectAll().where('point_code', '=', pointCode).execute();
  return rows
    .map(({ id, full_name, title }) => ({ id, fullName: full_name, title }))
    .sort((a, b) => vietnameseOrder(a.fullName, b.fullName) || vietnameseOrder(a.id, b.id));
}

/** The people of several points by the point's code; a point without people is missing. */
export async function listRosters(db: Db, points: readonly string[]): Promise<ReadonlyMap<string, readonly Person[]>> {
  const rosters = new Map<string, Person[]>();
  for (const chunk of inChunks(points)) {
    const rows = await db
      .selectFrom('people')
      .selectAll()
      .where('point_code', 'in', [...chunk])
      .execute();
    for (const { point_code, id, full_name, title } of rows) {
      const roster = rosters.get(point_code) ?? [];
      roster.push({ id, fullName: full_name, title });
      rosters.set(point_code, roster);
    }
  }
  return rosters;
}

/** Adds people to the rosters of their points, or renames those already there. */
export async function upsertPeople(db: Db, people: readonly (Person & { readonly point: string })[]): Promise<void> {
  for (const chunk of inChunks(people)) {
    const values = chunk.map(({ point, id, fullName, title }) => ({
      point_code: point,
      id,
      full_name: fullName,
      title,
    }));
    await db
      .insertInto('people')
      .values(values)
      .onConflict((oc) =>
        oc
          .columns(['point_code', 'id'])
          .doUpdateSet((eb) => ({ full_name: eb.ref('excluded.full_name'), title: eb.ref('excluded.title') })),
      )
      .execute();
  }
}
