import { pointCode } from '../../../shared/meeting/meeting.ts';
import { phone, pointKind } from '../../../shared/protocol/points.ts';
import { foldForSearch } from '../../../shared/strings/fold.ts';
import type { Locale } from '../../../shared/strings/translator.ts';
import type { PointFacts } from '../db/points.ts';
import { csvLines } from './read-csv.ts';
import { isSheet, sheetLines } from './read-sheet.ts';
import { type ImportRead, type Line, readTable } from './read-table.ts';

/** Columns that a list may leave out; left out, nothing is changed in what they are about. */
const OPTIONAL = ['cluster', 'contact', 'phone'] as const;
type Column = 'code' | 'name' | 'kind' | (typeof OPTIONAL)[number];
const TITLES = {
  code: ['Mã điểm cầu', 'Mã'],
  name: ['Tên điểm cầu', 'Điểm cầu', 'Tên'],
  kind: ['Loại'],
  cluster: ['Cụm'],
  contact: ['Cán bộ kỹ thuật', 'Người liên hệ', 'Contact name'],
  phone: ['Điện thoại', 'Số điện thoại'],
};

/** A kind as a Vietnamese list says it. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ xa: 'commune', phuong: 'ward' },
  ...{ so: 'department', ban: 'department', nganh: 'department' },
};

/** Points of a CSV file with the columns `code`, `name`, `kind` and maybe `cluster`, `contact`, `phone`. */
export function readPoints(text: string, locale: Locale): ImportRead<PointFacts> {
  return readLines(csvLines(text), locale);
}

/** The same of a CSV or XLSX file; null when it is neither. */
export async function readPointsFile(file: Uint8Array, locale: Locale): Promise<ImportRead<PointFacts> | null> {
  const lines = isSheet(file) ? await sheetLines(file) : textLines(file);
  return lines && readLines(lines, locale);
}

function textLines(file: Uint8Array): readonly Line[] | null {
  try {
    return csvLines(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    return null;
  }
}

function readLines(lines: readonly Line[], locale: Locale): ImportRead<PointFacts> {
  const given = new Set(readHeader(lines));
  return readTable<Column, PointFacts>(
    lines,
    {
      required: ['code', 'name', 'kind'],
      optional: OPTIONAL,
      titles: TITLES,
      take(cells) {
        const { code, name } = cells;
        const kind = KINDS[foldForSearch(cells.kind)] ?? cells.kind;
        if (!pointCode.safeParse(code).success) return { column: 'code' };
        if (name === '' || name.length > 200) return { column: 'name' };
        if (!pointKind.safeParse(kind).success) return { column: 'kind' };
        if (!phone.safeParse(cells.phone).success) return { column: 'phone' };
        const long = OPTIONAL.find((column) => cells[column].length > 80);
        if (long !== undefined) return { column: long };
        const said = (column: (typeof OPTIONAL)[number]) => (cells[column] === '' ? null : cells[column]);
        const row = {
          code,
          name,
          kind,
          ...(given.has('cluster') && { cluster: said('cluster') }),
          ...(given.has('contact') && { contactName: said('contact') }),
          ...(given.has('phone') && { contactPhone: said('phone') }),
        };
        return { row, key: code };
      },
    },
    locale,
  );
}

/** Which of the optional columns the list has. */
function readHeader(lines: readonly Line[]): readonly string[] {
  const header = (lines[0]?.cells ?? []).map(foldForSearch);
  return OPTIONAL.filter((column) =>
    [column, ...TITLES[column]].some((title) => header.includes(foldForSearch(title))),
  );
}
