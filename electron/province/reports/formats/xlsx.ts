import writeExcelFile, { type Cell, type Feature, type Row, type Sheet } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import { cellText, columnTitle } from '../../../../shared/reports/cell-text.ts';
import type {
  ReportCell,
  ReportColumn,
  ReportModel,
  ReportRow,
  ReportSection,
} from '../../../../shared/reports/model.ts';
import type { Translator } from '../../../../shared/strings/translator.ts';

/** The province's clock in a spreadsheet, which knows no time zones. */
const ZONE_MS = 7 * 60 * 60_000;
const DAY_MS = 86_400_000;
/** What is left unsaid each program fills in its own way: one took a bold letter from another family. */
const FONT = { fontFamily: 'Calibri', fontSize: 11 };
/** Points that a line of a head takes. */
const LINE = 15;
const SHEET = 'xl/worksheets/sheet{id}.xml';

type FileContent = Parameters<typeof writeExcelFile>[0] extends infer First
  ? First extends readonly Sheet<infer Content>[]
    ? Content
    : never
  : never;
type AnySheet = Sheet<FileContent>;

/** The report as a workbook: what it is about first, then one sheet a section with real types, its head frozen, with filters. */
export async function xlsxBytes(report: ReportModel, translator: Translator): Promise<Buffer> {
  const sheets = [aboutSheet(report), ...report.sections.map((section) => sectionSheet(section, report, translator))];
  const ranges = [null, ...report.sections.map(({ columns, rows }) => getCellAddress(rows.length, columns.length - 1))];
  return writeExcelFile(sheets, { ...FONT, features: [filters(ranges)] }).toBuffer();
}

function aboutSheet({ title, facts, sections }: ReportModel): AnySheet {
  const lines: Row[] = [
    [{ value: title, fontWeight: 'bold', fontSize: 14 }],
    ...facts.map(({ label, value }): Row => [{ value: label, fontWeight: 'bold' }, text(value)]),
    [],
    ...sections.map((section): Row => [{ value: section.title, fontWeight: 'bold' }, text(section.note ?? '')]),
  ];
  return { sheet: sheetName(title), data: lines, columns: [{ width: 30 }, { width: 90 }] };
}

function sectionSheet(
  { title, columns, rows, totals }: ReportSection,
  { locale }: ReportModel,
  { t }: Translator,
): AnySheet {
  // Not every program makes room for a title that goes on in a second line.
  const height = LINE * Math.max(...columns.map(linesOf));
  const head = columns.map(
    (column): Cell => ({
      value: columnTitle(column),
      type: String,
      fontWeight: 'bold',
      wrap: true,
      height,
      alignVertical: 'center',
      backgroundColor: '#e9edf2',
    }),
  );
  const cellsOf = (row: ReportRow): Row => columns.map((column) => cellOf(column, row[column.key] ?? null, locale));
  const foot = totals && [
    cellsOf(totals).map(
      (cell, index): Cell => (index === 0 ? { value: t('reports.paper.total'), fontWeight: 'bold' } : bold(cell)),
    ),
  ];
  const named = columns.findIndex(({ naming }) => !naming);
  return {
    sheet: sheetName(title),
    data: [head, ...rows.map(cellsOf), ...(foot ?? [])],
    columns: columns.map((column) => ({ width: widthOf(column) })),
    stickyRowsCount: 1,
    stickyColumnsCount: Math.max(0, named),
    orientation: 'landscape',
  };
}

function cellOf(column: ReportColumn, cell: ReportCell, locale: ReportModel['locale']): Cell {
  if (cell === null) return null;
  if (typeof cell === 'string') return text(cellText(column, cell, locale));
  switch (column.type) {
    case 'date-time':
      return { value: new Date(cell + ZONE_MS), type: Date, format: 'dd/mm/yyyy hh:mm' };
    case 'duration':
      return { value: cell / DAY_MS, type: Number, format: '[h]:mm:ss' };
    case 'percent':
      return { value: cell, type: Number, format: '0.0%' };
    default:
      return { value: cell, type: Number, format: numberFormat(column.digits ?? 0) };
  }
}

/** Always as text, whatever it looks like: never a formula, never a number. */
function text(value: string): Cell {
  return value === '' ? null : { value, type: String };
}

function bold(cell: Cell): Cell {
  return cell !== null && typeof cell === 'object' && 'value' in cell ? { ...cell, fontWeight: 'bold' } : cell;
}

function numberFormat(digits: number): string {
  return digits === 0 ? '0' : `0.${'0'.repeat(digits)}`;
}

function widthOf({ type, key }: ReportColumn): number {
  if (key === 'text') return 80;
  if (key === 'code') return 9;
  return { text: 28, state: 18, 'date-time': 17, duration: 12, percent: 9, number: 12 }[type];
}

/** Lines that the title of a column takes in bold, at its width. */
function linesOf(column: ReportColumn): number {
  const room = widthOf(column) - 2;
  let lines = 1;
  let used = 0;
  for (const { length } of columnTitle(column).split(' ')) {
    if (used > 0 && used + 1 + length > room) {
      lines += 1;
      used = length;
    } else used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}

/** At most 31 characters, none of those a sheet's name may not have. */
function sheetName(title: string): string {
  return title
    .replace(/[\\/*?:[\]]/g, ' ')
    .slice(0, 31)
    .trim();
}

/** Filters over head and rows of each sheet; the library knows none. `ranges`: the last cell of each sheet's table. */
function filters(ranges: readonly (string | null)[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform(xml, _options, { sheetIndex }) {
            const last = ranges[sheetIndex];
            if (!last) return xml;
            const order = getOrderOfSiblings(SHEET, 'worksheet') ?? [];
            const markup = `<autoFilter ref="A1:${last}"/>`;
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
          },
        },
      },
    },
  };
}
