import { pointCode } from '../../../shared/meeting/meeting.ts';
import type { Locale } from '../../../shared/strings/translator.ts';
import type { Point } from '../db/points.ts';
import { readCsv } from './read-csv.ts';
import { badField, type ImportRead } from './read-table.ts';

type NewPoint = Pick<Point, 'code' | 'name' | 'kind'>;

/** Points of a CSV file with the columns `code`, `name`, `kind`. */
export function readPoints(text: string, locale: Locale): ImportRead<NewPoint> {
  return readCsv<keyof NewPoint, NewPoint>(
    text,
    {
      required: ['code', 'name', 'kind'],
      optional: [],
      take({ code, name, kind }, words) {
        if (!pointCode.safeParse(code).success) return badField(words, 'code', code);
        if (name === '' || name.length > 200) return badField(words, 'name', name);
        if (!/^[a-z-]{1,40}$/.test(kind)) return badField(words, 'kind', kind);
        return { row: { code, name, kind }, key: code };
      },
    },
    locale,
  );
}
