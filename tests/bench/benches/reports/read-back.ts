import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { harmless } from '../../../../electron/province/reports/formats/csv.ts';
import { cellText } from '../../../../shared/reports/cell-text.ts';
import type { ReportCell, ReportColumn, ReportModel, ReportSection } from '../../../../shared/reports/model.ts';
import { reportModel } from '../../../../shared/reports/model.ts';
import { partsOf } from '../../../../shared/reports/paper.ts';

/** How many cells there are, and how many are not the ones of the report. */
export interface ReadBack {
  readonly cells: number;
  readonly differing: number;
}

export function readJson(report: ReportModel, text: string): ReadBack {
  const read = reportModel.parse((JSON.parse(text) as { report: unknown }).report);
  return compared(
    report,
    (section, index) =>
      read.sections[index]?.rows.map((row) => section.columns.map(({ key }) => JSON.stringify(row[key]))) ?? [],
    (_, cell) => JSON.stringify(cell),
  );
}

/** `texts`: the CSV of each section, in their order. */
export function readCsv(report: ReportModel, texts: readonly string[]): ReadBack {
  const options = { bom: true, delimiter: report.locale === 'vi' ? ';' : ',', record_delimiter: '\r\n' };
  return compared(
    report,
    (_, index) => (parse(texts[index] ?? '', options) as string[][]).slice(1),
    (column, cell) => {
      const said = cellText(column, cell, report.locale);
      return typeof cell === 'number' ? said : harmless(said);
    },
  );
}

/** Every sheet as LibreOffice shows it, its numbers, times and shares formatted by itself. */
export function readXlsx(report: ReportModel, file: string): ReadBack {
  const folder = dirname(file);
  const profile = `-env:UserInstallation=file://${join(folder, 'libreoffice')}`;
  // 59: ";", 34: quotes, 76: UTF-8; the second true: as shown; -1: each sheet to a file of its own.
  const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1';
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return compared(
    report,
    ({ title, rows }) => {
      const name = sheets.find((one) => one.normalize('NFC').endsWith(`-${title}.csv`));
      const text = name === undefined ? '' : readFileSync(join(folder, name), 'utf8');
      const read = parse(text, { bom: true, delimiter: ';', relax_column_count: true }) as string[][];
      return read.slice(1, rows.length + 1);
    },
    (column, cell) => cellText(column, cell, 'en'),
  );
}

function compared(
  report: ReportModel,
  read: (section: ReportSection, index: number) => readonly (readonly (string | undefined)[])[],
  wanted: (column: ReportColumn, cell: ReportCell) => string | undefined,
): ReadBack {
  let [cells, differing] = [0, 0];
  for (const [index, section] of report.sections.entries()) {
    const rows = read(section, index);
    for (const [at, row] of section.rows.entries())
      for (const [place, column] of section.columns.entries()) {
        cells += 1;
        if ((rows[at]?.[place] ?? '') !== (wanted(column, row[column.key] ?? null) ?? '')) differing += 1;
      }
  }
  return { cells, differing };
}

/** The paper's words in the order they were drawn: every row must stand there whole, each cell letter by letter. */
export function readPdf(report: ReportModel, file: string): ReadBack & { readonly text: string } {
  const options = { encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 } as const;
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], options);
  const ink = letters(text);
  let [cells, differing, from] = [0, 0, 0];
  for (const section of report.sections)
    for (const columns of partsOf(section.columns))
      for (const row of section.rows) {
        const wanted = letters(columns.map((column) => cellText(column, row[column.key], report.locale)).join(''));
        const found = ink.indexOf(wanted, from);
        cells += columns.length;
        // Between two rows stands at most a page's foot and head.
        if (found < 0 || found - from > BETWEEN) differing += columns.length;
        else from = found + wanted.length;
      }
  return { cells, differing, text };
}

const BETWEEN = 4000;

/** Without the spaces and breaks that the paper's width made. */
function letters(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}
