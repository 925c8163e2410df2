import type { Person } from '../../../shared/meeting/meeting.ts';
import type { Invitation } from '../../../shared/protocol/meetings.ts';
import { foldForSearch } from '../../../shared/strings/fold.ts';
import type { Locale, Translator } from '../../../shared/strings/translator.ts';
import { csvLines } from './read-csv.ts';
import { isSheet, sheetLines } from './read-sheet.ts';
import { type ImportRead, type Line, readTable, type TableSpec } from './read-table.ts';

type Column = 'point' | 'designated' | 'composition';

/** What an invitation list is read against: rosters by point code; a point without people has an empty one. */
export type Rosters = ReadonlyMap<string, readonly Person[]>;

const TITLES = {
  point: ['Mã điểm cầu', 'Mã', 'Điểm cầu', 'Meeting point'],
  designated: ['Lãnh đạo dự họp', 'Người được phân công', 'Họ và tên', 'Họ tên', 'Attending leader'],
  composition: ['Thành phần', 'Thành phần dự họp', 'Required composition'],
} as const;

const COMPOSITIONS = {
  head: ['head', 'thủ trưởng', 'chủ tịch', 'thủ trưởng/chủ tịch'],
  representative: ['representative', 'đại diện', 'đại diện lãnh đạo'],
} as const;

/**
 * An invitation list, CSV or XLSX, with the columns `point` (code) and maybe `designated` (name or id on that point's roster)
 * and `composition`. Null when the file is neither UTF-8 text nor a spreadsheet.
 */
export async function readInvitations(
  file: Uint8Array,
  rosters: Rosters,
  locale: Locale,
): Promise<ImportRead<Invitation> | null> {
  const lines = isSheet(file) ? await sheetLines(file) : textLines(file);
  return lines && readTable(lines, specFor(rosters), locale);
}

function textLines(file: Uint8Array): readonly Line[] | null {
  try {
    return csvLines(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    return null;
  }
}

function specFor(rosters: Rosters): TableSpec<Column, Invitation> {
  return {
    required: ['point'],
    optional: ['designated', 'composition'],
    titles: TITLES,
    take({ point, designated, composition }, words) {
      if (point === '') return { column: 'point' };
      const roster = rosters.get(point);
      if (roster === undefined) return { detail: words.t('report.importing.unknownPoint', { value: point }) };
      const required = compositionNamed(composition);
      if (required === undefined) return { column: 'composition' };
      const person = personNamed(roster, designated, words);
      if ('detail' in person) return person;
      return { row: { pointCode: point, designatedPersonId: person.id, composition: required }, key: point };
    },
  };
}

function compositionNamed(text: string): Invitation['composition'] | undefined {
  if (text === '') return null;
  const wanted = foldForSearch(text);
  return (['head', 'representative'] as const).find((name) =>
    COMPOSITIONS[name].some((called) => foldForSearch(called) === wanted),
  );
}

/** By id, else by name without accents and case; two people of one name must be told apart by their id. */
function personNamed(
  roster: readonly Person[],
  text: string,
  words: Translator,
): { readonly id: string | null } | { readonly detail: string } {
  if (text === '') return { id: null };
  const wanted = foldForSearch(text);
  const byId = roster.filter(({ id }) => id === text);
  const found = byId.length > 0 ? byId : roster.filter(({ fullName }) => foldForSearch(fullName) === wanted);
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return { id: only.id };
  return {
    detail: words.t(only ? 'report.importing.severalPeople' : 'report.importing.unknownPerson', { value: text }),
  };
}
