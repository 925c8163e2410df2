import { cellText, columnTitle } from '../../../../shared/reports/cell-text.ts';
import type { ReportModel, ReportSection } from '../../../../shared/reports/model.ts';

/**
 * One section as a table for Excel: UTF-8 with a byte-order mark, the separator the language's Excel expects (`;` beside a decimal
 * comma), no text that Excel would take for a formula. Totals are left out: whoever sums a column would count them twice.
 */
export function* csvTexts({ locale }: ReportModel, { columns, rows }: ReportSection): Generator<string> {
  const separator = locale === 'vi' ? ';' : ',';
  const line = (cells: readonly string[]) => `${cells.join(separator)}\r\n`;
  yield `\uFEFF${line(columns.map((column) => quoted(harmless(columnTitle(column)), separator)))}`;
  for (const row of rows) {
    yield line(
      columns.map((column) => {
        const cell = row[column.key];
        const text = cellText(column, cell, locale);
        // A number below zero begins with "-" too, and must stay a number.
        return quoted(typeof cell === 'number' ? text : harmless(text), separator);
      }),
    );
  }
}

/** What a spreadsheet begins a formula with, the full-width forms of East Asian keyboards included. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** An apostrophe in front makes it text. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quoted(text: string, separator: string): string {
  const plain = !text.includes(separator) && !/["\r\n]|^\s|\s$/.test(text);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}
