import { z } from 'zod';
import type { Person } from '../../../shared/meeting/meeting.ts';
import { vietnameseOrder } from '../../../shared/strings/fold.ts';
import { inChunks } from './in-chunks.ts';
import type { Db, PeopleTable } from './schema.ts';

const storedFields = z.array(z.string());

function asPerson({ id, full_name, title, fields }: PeopleTable): Person {
  const known = storedFields.parse(JSON.parse(fields));
  return { id, fullName: full_name, title, ...(known.length > 0 && { fields: known }) };
}

/** The people of a point who may sit in a meeting, in Vietnamese order of their names. */
export async function listRoster(db: Db, pointCode: string): Promise<readonly Person[]> {
  const rosters = await listRosters(db, [pointCode]);
  return [...(rosters.get(pointCode) ?? [])].sort(
    (a, b) => vietnameseOrder(a.fullName, b.fullName) || vietnameseOrder(a.id, b.id),
  );
}

/**
 * The people of several points by the point's code; a point without people is missing. `ever`: also those removed since, whom
 * meetings that are over still name.
 */
export async function listRosters(
  db: Db,
  points: readonly string[],
  which: 'now' | 'ever' = 'now',
): Promise<ReadonlyMap<string, readonly Person[]>> {
  const rosters = new Map<string, Person[]>();
  for (const chunk of inChunks(points)) {
    let query = db
      .selectFrom('people')
      .selectAll()
      .where('point_code', 'in', [...chunk]);
    if (which === 'now') query = query.where('removed_at', 'is', null);
    for (const row of await query.execute()) {
      const roster = rosters.get(row.point_code) ?? [];
      roster.push(asPerson(row));
      rosters.set(row.point_code, roster);
    }
  }
  return rosters;
}

/**
 * Adds people to the rosters of their points, changes those already there and takes back those removed. Where nothing is said
 * of the fields in charge, what was known of them stays.
 */
export async function upsertPeople(db: Db, people: readonly (Person & { readonly point: string })[]): Promise<void> {
  await put(
    db,
    people.filter(({ fields }) => fields !== undefined),
    true,
  );
  await put(
    db,
    people.filter(({ fields }) => fields === undefined),
    false,
  );
}

async function put(db: Db, people: readonly (Person & { readonly point: string })[], withFields: boolean) {
  for (const chunk of inChunks(people)) {
    const values = chunk.map(({ point, id, fullName, title, fields = [] }) => ({
      point_code: point,
      id,
      full_name: fullName,
      title,
      fields: JSON.stringify(fields.map((field) => field.normalize('NFC'))),
      removed_at: null,
    }));
    await db
      .insertInto('people')
      .values(values)
      .onConflict((oc) =>
        oc.columns(['point_code', 'id']).doUpdateSet((eb) => ({
          full_name: eb.ref('excluded.full_name'),
          title: eb.ref('excluded.title'),
          removed_at: null,
          ...(withFields && { fields: eb.ref('excluded.fields') }),
        })),
      )
      .execute();
  }
}

export async function removePerson(db: Db, point: string, id: string, at: number): Promise<void> {
  await db
    .updateTable('people')
    .set({ removed_at: at })
    .where('point_code', '=', point)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .execute();
}

/** Title of a meeting to come, or under way, that designates the person; undefined when none does. */
export async function designatingMeeting(db: Db, point: string, id: string, now: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('invitations')
    .innerJoin('meetings', 'meetings.id', 'invitations.meeting_id')
    .select('meetings.title')
    .where('invitations.point_code', '=', point)
    .where('invitations.designated_person_id', '=', id)
    .where('meetings.status', '=', 'scheduled')
    .where('meetings.expected_ends_at', '>', now)
    .orderBy('meetings.starts_at')
    .executeTakeFirst();
  return row?.title;
}
