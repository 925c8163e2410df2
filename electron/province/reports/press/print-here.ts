import type { Readable } from 'node:stream';
import { type AppError, appErr } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { createTranslator } from '../../../../shared/strings/translator.ts';
import type { Db } from '../../db/schema.ts';
import { renderReport } from '../formats/render.ts';
import { makeReport } from '../make-report.ts';
import type { Press, PrintOrder } from './press.ts';

/** Makes a report from the database it is given, in the thread it is called in. */
export async function printReport(
  db: Db,
  { asked, now, lang, format, section }: PrintOrder,
): Promise<Result<Readable, AppError>> {
  const translator = createTranslator(lang);
  const made = await makeReport(db, asked, now, translator);
  if (made === null) return appErr('meeting-unknown');
  const body = await renderReport(made, format, section, translator);
  return body === null ? appErr('input-invalid', { field: 'section' }) : ok(body);
}

/** Reports made in this very thread: where there is no other, as in a program that makes one and ends. */
export function printHere(db: Db): Press {
  return {
    print: (order) => printReport(db, order),
    close: async () => undefined,
  };
}
