import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { csvTexts, harmless } from '../../../electron/province/reports/formats/csv.ts';
import { jsonTexts } from '../../../electron/province/reports/formats/json.ts';
import { xlsxBytes } from '../../../electron/province/reports/formats/xlsx.ts';
import { cellText } from '../../../shared/reports/cell-text.ts';
import type { ReportCell, ReportColumn, ReportModel, ReportRow } from '../../../shared/reports/model.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';

const COLUMNS: ReportColumn[] = [
  { key: 'text', title: 'Chữ', type: 'text', naming: true },
  { key: 'number', title: 'Số', type: 'number', digits: 2, unit: 'Mbps' },
  { key: 'duration', title: 'Lâu', type: 'duration' },
  { key: 'at', title: 'Lúc', type: 'date-time' },
  { key: 'share', title: 'Tỷ lệ', type: 'percent' },
  { key: 'state', title: 'Tình trạng', type: 'state', states: { ready: 'Sẵn sàng' } },
];

function reportOf(rows: ReportRow[], locale: 'vi' | 'en' = 'vi'): ReportModel {
  const sections = [{ id: 'points', title: 'Điểm cầu', columns: COLUMNS, rows, totals: null, charts: [] }];
  return { kind: 'readiness', locale, title: 'Báo cáo', facts: [], generatedAt: 0, main: 'points', sections };
}

const or = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
/** As sheets hold it: no characters XML cannot carry, no blank ends. */
const words = fc
  .string({ unit: fc.constantFrom(...'Ạấ đỗ=+-@\'";,<&>\n9'), minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() === text && text !== '');
const row: fc.Arbitrary<ReportRow> = fc.record({
  text: or(words),
  number: or(fc.integer({ min: -1e7, max: 1e7 }).map((value) => value / 100)),
  duration: or(fc.nat(400_000).map((seconds) => seconds * 1000)),
  at: or(fc.integer({ min: 28_000_000, max: 32_000_000 }).map((minutes) => minutes * 60_000)),
  share: or(fc.nat(1000).map((value) => value / 1000)),
  state: or(fc.constant('ready')),
});

async function sheetOf(report: ReportModel): Promise<unknown[][]> {
  const sheets = await readWorkbook(await xlsxBytes(report, createTranslator(report.locale)));
  return (sheets[1]?.data ?? []) as unknown[][];
}

describe('a report as CSV', () => {
  it.each(['vi', 'en'] as const)('is read back cell by cell as it was written (%s)', (locale) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const report = reportOf(rows, locale);
        const text = [...csvTexts(report, report.sections[0] ?? never())].join('');
        const delimiter = locale === 'vi' ? ';' : ',';
        const [, ...read] = parse(text, { bom: true, delimiter, record_delimiter: '\r\n' }) as string[][];
        const written = rows.map((one) =>
          COLUMNS.map((column) => {
            const cell = one[column.key];
            const said = cellText(column, cell, locale);
            return typeof cell === 'number' ? said : harmless(said);
          }),
        );
        expect(read).toEqual(written);
      }),
    );
  });

  it('has no cell that begins a formula, and leaves numbers below zero numbers', () => {
    const evil = ['=1+1', '+84 912', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1', '＝1', '\u200b=1'];
    for (const text of evil) expect(harmless(text)).toBe(`'${text}`);
    expect(harmless('Rah Lan Chung')).toBe('Rah Lan Chung');
    const report = reportOf([{ text: null, number: -1.5, duration: null, at: null, share: null, state: null }]);
    expect([...csvTexts(report, report.sections[0] ?? never())].join('')).toContain('\r\n;-1,50;');
  });
});

describe('a report as XLSX', () => {
  it('is read back with real numbers, times and shares', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const [, ...read] = await sheetOf(reportOf(rows));
        // A row of nothing at all is not in the file.
        const wanted = rows.map((one) => COLUMNS.map((column) => readBack(column, one[column.key] ?? null)));
        expect(read.map((cells) => COLUMNS.map((_, at) => close(cells[at] ?? null)))).toEqual(
          wanted.slice(0, read.length).map((cells) => cells.map(close)),
        );
        expect(
          wanted
            .slice(read.length)
            .flat()
            .filter((cell) => cell !== null),
        ).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('has a frozen head, filters over the rows, a sheet a section, and text that stays text', async () => {
    const cells = { number: 1, duration: 1000, at: 0, share: 0.5, state: 'ready' };
    const bytes = await xlsxBytes(reportOf([{ text: '=1+1', ...cells }]), createTranslator('vi'));
    const { unzipSync, strFromU8 } = await import('fflate');
    const files = unzipSync(bytes);
    const sheet = strFromU8(files['xl/worksheets/sheet2.xml'] ?? never());
    expect(sheet).toContain('<autoFilter ref="A1:F2"/>');
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).not.toContain('<f>');
    // “Tình trạng” fits; “Số (Mbps)” and its like go on in a second line and have its height.
    expect(sheet).toMatch(/<row r="1" [^>]*ht="15"/);
    expect(strFromU8(files['xl/workbook.xml'] ?? never())).toMatch(/name="Báo cáo".*name="Điểm cầu"/s);
  });
});

describe('a report as JSON', () => {
  it('is what JSON.stringify makes, in pieces', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        const made = { report: reportOf(rows), beside: { generatedAt: 1, rows, none: undefined } };
        const text = [...jsonTexts(made)].join('');
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...made.beside, report: made.report })));
      }),
      { numRuns: 30 },
    );
  });
});

function readBack({ type, states }: ReportColumn, cell: ReportCell): unknown {
  if (typeof cell === 'string') return states?.[cell] ?? cell;
  if (cell === null) return null;
  if (type === 'date-time') return new Date(cell + 7 * 3_600_000);
  // Read as a moment after the day spreadsheets count from.
  return type === 'duration' ? new Date(cell + Date.UTC(1899, 11, 30)) : cell;
}

/** Numbers to a millionth, times to a second: what a spreadsheet's own way of counting leaves. */
function close(cell: unknown): unknown {
  if (cell instanceof Date) return Math.round(cell.getTime() / 1000);
  return typeof cell === 'number' ? Math.round(cell * 1e6) / 1e6 + 0 : cell;
}

function never(): never {
  throw new Error('missing');
}
