import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { createTranslator, type Locale } from '../../../shared/strings/translator.ts';
import { addAudit } from '../db/audit.ts';
import { upsertPoints } from '../db/points.ts';
import type { Db } from '../db/schema.ts';
import { readPointsFile } from '../imports/points-csv.ts';
import type { BadRow } from '../imports/read-table.ts';
import type { Doing } from '../meetings/doing.ts';

export interface Imported {
  readonly imported: number;
  readonly bad: BadRow[];
}

/** Adds or changes the points of a list (CSV or XLSX). Every wrong row is named, and one wrong row keeps all of them out. */
export async function importPointList(
  db: Db,
  file: Uint8Array,
  { locale, actor, now }: Doing & { readonly locale: Locale },
): Promise<Result<Imported, AppError>> {
  const read = await readPointsFile(file, locale);
  if (read === null) {
    return appErr('import-bad-row', { line: 1, detail: createTranslator(locale).t('report.importing.unreadable') });
  }
  const { rows, bad } = read;
  if (bad.length > 0) return ok({ imported: 0, bad: [...bad] });
  await db.transaction().execute(async (tx) => {
    await upsertPoints(tx, rows);
    await addAudit(tx, {
      at: now,
      actor,
      action: 'points-imported',
      subject: 'points',
      detail: { points: rows.length },
    });
  });
  return ok({ imported: rows.length, bad: [] });
}
