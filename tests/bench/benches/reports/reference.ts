import { writeFile } from 'node:fs/promises';
import { payloadOf } from '../../../../electron/crypto/signed-line.ts';
import type { Db } from '../../../../electron/province/db/schema.ts';
import type { ReportKind } from '../../../../shared/reports/model.ts';

/** What every report must at least do: read the rows it is made from, parse what they hold and write it down again. */
export async function readAsIs(db: Db, kind: ReportKind, meeting: string, file: string): Promise<void> {
  const rows = kind === 'discipline' ? await facts(db, meeting) : await records(db, meeting);
  await writeFile(file, JSON.stringify(rows));
}

async function records(db: Db, meeting: string): Promise<unknown[]> {
  const rows = await db
    .selectFrom('latest')
    .innerJoin('points', 'points.code', 'latest.point_code')
    .selectAll()
    .where('latest.meeting_id', '=', meeting)
    .execute();
  return rows.map(({ record, ...row }) => ({ ...row, record: JSON.parse(record) }));
}

async function facts(db: Db, meeting: string): Promise<unknown[]> {
  const lines = await db
    .selectFrom('entries')
    .select(['hash', 'jws', 'point_code'])
    .where('meeting_id', '=', meeting)
    .where('type', 'not in', ['check-run', 'manual-answer'])
    .execute();
  const rulings = await db.selectFrom('rulings').selectAll().where('meeting_id', '=', meeting).execute();
  return [
    ...lines.map(({ jws, ...row }) => ({ ...row, entry: payloadOf(jws) })),
    ...rulings.map(({ line, ...row }) => ({ ...row, entry: JSON.parse(line) })),
  ];
}
