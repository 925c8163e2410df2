import { parse } from 'csv-parse/sync';
import type { Locale } from '../../../shared/strings/translator.ts';
import { type ImportRead, type Line, readTable, type TableSpec } from './read-table.ts';

/** Reads a CSV file with a header row, separated by commas or semicolons, with or without a byte-order mark. */
export function readCsv<Column extends string, Row>(
  text: string,
  spec: TableSpec<Column, Row>,
  locale: Locale,
): ImportRead<Row> {
  return readTable(csvLines(text), spec, locale);
}

export function csvLines(text: string): readonly Line[] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = firstLine.includes(';') ? ';' : ',';
  const lines: Line[] = [];
  parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    // A quoted cell may hold line breaks: `lines` is where the record ended, which is the line people see for all others.
    on_record: (record: readonly string[], { lines: line }: { lines: number }) => {
      lines.push({ line, cells: record.map((cell) => cell.normalize('NFC')) });
      return null;
    },
  });
  return lines;
}
