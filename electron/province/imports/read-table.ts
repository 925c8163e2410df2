import { foldForSearch } from '../../../shared/strings/fold.ts';
import { createTranslator, type Locale, type Translator } from '../../../shared/strings/translator.ts';

/** A row that cannot be taken: its line in the file (the header is line 1) and why, in words. */
export interface BadRow {
  readonly line: number;
  readonly detail: string;
}

export interface ImportRead<Row> {
  readonly rows: readonly Row[];
  readonly bad: readonly BadRow[];
}

/** Cells by column name, trimmed and in NFC; a column that the file lacks is empty. */
export type Cells<Column extends string> = Readonly<Record<Column, string>>;

/** What a reader makes of one row: the row, why not, or which cell it does not take. */
export type Taken<Column extends string, Row> =
  | { readonly row: Row; readonly key: string }
  | { readonly detail: string }
  | { readonly column: Column };

export interface TableSpec<Column extends string, Row> {
  readonly required: readonly Column[];
  readonly optional: readonly Column[];
  /** What a column may be called besides its name, the usual Vietnamese first: found without accents and case. */
  readonly titles?: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** `key` must be unique in the file. */
  readonly take: (cells: Cells<Column>, words: Translator) => Taken<Column, Row>;
}

/** A row of a file as it was found: its line, the header being 1, and its cells, trimmed and in NFC. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads the rows of a table whose first line is its header. */
export function readTable<Column extends string, Row>(
  lines: readonly Line[],
  spec: TableSpec<Column, Row>,
  locale: Locale,
): ImportRead<Row> {
  const words = createTranslator(locale);
  const [header, ...body] = lines;
  const names = (header?.cells ?? []).map((name) => columnNamed(spec, name));
  const lacking = spec.required.find((name) => !names.includes(name));
  if (lacking !== undefined) {
    const name = (locale === 'vi' ? spec.titles?.[lacking]?.[0] : undefined) ?? lacking;
    return { rows: [], bad: [{ line: 1, detail: words.t('report.importing.columns', { name }) }] };
  }
  /** As the file itself calls it. */
  const titleOf = (column: Column) => header?.cells[names.indexOf(column)] ?? column;
  const rows: Row[] = [];
  const bad: BadRow[] = [];
  const firstLines = new Map<string, number>();
  for (const { line, cells } of body) {
    // Spreadsheets leave such rows at the end.
    if (cells.every((cell) => cell === '')) continue;
    if (cells.length !== names.length) {
      bad.push({ line, detail: words.t('report.importing.cells') });
      continue;
    }
    const found = byColumn(spec, names, cells);
    const taken = spec.take(found, words);
    if (!('row' in taken)) {
      const { detail } = 'detail' in taken ? taken : badField(words, titleOf(taken.column), found[taken.column]);
      bad.push({ line, detail });
      continue;
    }
    const first = firstLines.get(taken.key);
    if (first !== undefined) {
      bad.push({ line, detail: words.t('report.importing.duplicate', { first }) });
      continue;
    }
    firstLines.set(taken.key, line);
    rows.push(taken.row);
  }
  return { rows, bad };
}

/** Why a cell is refused. */
function badField(words: Translator, name: string, value: string): { readonly detail: string } {
  return { detail: words.t('report.importing.field', { name, value }) };
}

function columnNamed<Column extends string, Row>(spec: TableSpec<Column, Row>, header: string): string {
  const wanted = foldForSearch(header);
  const columns = [...spec.required, ...spec.optional];
  const called = (name: Column): readonly string[] => [name, ...(spec.titles?.[name] ?? [])];
  return columns.find((name) => called(name).some((title) => foldForSearch(title) === wanted)) ?? wanted;
}

function byColumn<Column extends string, Row>(
  spec: TableSpec<Column, Row>,
  names: readonly string[],
  cells: readonly string[],
): Cells<Column> {
  const columns = [...spec.required, ...spec.optional];
  return Object.fromEntries(columns.map((name) => [name, cells[names.indexOf(name)] ?? ''])) as Record<Column, string>;
}
