import { type AppError, appErr } from '../../../shared/errors.ts';
import type { PersonData } from '../../../shared/protocol/person-data.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import type { Db, PeopleTable } from '../db/schema.ts';
import { lettersIn, mentions } from './mentions.ts';

const PAGE = 500;

/**
 * All that the province holds of one person of a point's roster, for that person to read. Errors: `roster-unknown-person`.
 * Lines that only tell of somebody of the same full name are in it too: the record knows people by what they were called.
 */
export async function personData(db: Db, point: string, id: string): Promise<Result<PersonData, AppError>> {
  const row = await findEver(db, point, id);
  if (row === undefined) return appErr('roster-unknown-person');
  const who = { id, fullName: row.full_name };
  const [record, rulings] = [await linesOf(db, point, who), await rulingsOf(db, point, who)];
  const letters = record.filter(({ type }) => type === 'leader-signed-in').flatMap(({ event }) => lettersIn(event));
  return ok({
    point,
    person: {
      ...{ id, fullName: row.full_name, title: row.title, fields: JSON.parse(row.fields) as string[] },
      removedAt: row.removed_at,
    },
    designatedFor: await designatedFor(db, point, id),
    pinCodes: (
      await db.selectFrom('pin_codes').selectAll().where('point_code', '=', point).where('person_id', '=', id).execute()
    ).map(({ issued_at, expires_at }) => ({ issuedAt: issued_at, expiresAt: expires_at })),
    record,
    rulings,
    letters: await lettersOf(db, point, letters),
    done: (
      await db.selectFrom('audit').selectAll().where('subject', '=', subjectOf(point, id)).orderBy('at').execute()
    ).map(({ at, actor, action }) => ({ at, actor, action })),
  });
}

/** As the audit log calls a person. */
export const subjectOf = (point: string, id: string): string => `person:${point}/${id}`;

export async function findEver(db: Db, point: string, id: string): Promise<PeopleTable | undefined> {
  return db.selectFrom('people').selectAll().where('point_code', '=', point).where('id', '=', id).executeTakeFirst();
}

async function designatedFor(db: Db, point: string, id: string): Promise<PersonData['designatedFor']> {
  const rows = await db
    .selectFrom('invitations')
    .innerJoin('meetings', 'meetings.id', 'invitations.meeting_id')
    .select(['meetings.id', 'meetings.title', 'meetings.starts_at'])
    .where('invitations.point_code', '=', point)
    .where('invitations.designated_person_id', '=', id)
    .orderBy('meetings.starts_at')
    .execute();
  return rows.map((row) => ({ id: row.id, title: row.title, startsAt: row.starts_at }));
}

type Who = { readonly id: string; readonly fullName: string };

async function linesOf(db: Db, point: string, who: Who): Promise<PersonData['record']> {
  const found: PersonData['record'] = [];
  const ofPoint = db.selectFrom('entries').selectAll().where('point_code', '=', point);
  for (let from = 0; ; from += PAGE) {
    const rows = await ofPoint.orderBy('device_id').orderBy('seq').limit(PAGE).offset(from).execute();
    for (const { device_id: device, seq, type, at, received_at: receivedAt, jws } of rows) {
      const { event } = payloadOf(jws) as { event: Record<string, unknown> };
      if (mentions(event, who)) found.push({ device, seq, type, at, receivedAt, event });
    }
    if (rows.length < PAGE) return found;
  }
}

async function rulingsOf(db: Db, point: string, who: Who): Promise<PersonData['rulings']> {
  const rows = await db.selectFrom('rulings').selectAll().where('point_code', '=', point).orderBy('at').execute();
  return rows
    .map(({ at, type, line }) => ({ at, type, ruling: JSON.parse(line) as Record<string, unknown> }))
    .filter(({ ruling }) => mentions(ruling, who));
}

async function lettersOf(db: Db, point: string, hashes: readonly string[]): Promise<PersonData['letters']> {
  if (hashes.length === 0) return [];
  const rows = await db
    .selectFrom('attachments')
    .select(['sha256', 'type', 'received_at'])
    .where('point_code', '=', point)
    .where('sha256', 'in', [...hashes])
    .execute();
  return rows.map(({ sha256, type, received_at }) => ({ sha256, type, receivedAt: received_at }));
}
