import { readSheet } from 'read-excel-file/node';
import type { Line } from './read-table.ts';
import { safeWorkbook } from './safe-workbook.ts';

/** Every XLSX file is a ZIP archive, and every ZIP archive begins like this. */
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

export function isSheet(bytes: Uint8Array): boolean {
  return ZIP.equals(bytes.subarray(0, ZIP.length));
}

/** The rows of the first sheet of an XLSX file, or null when it cannot be read as one. Empty rows are left out. */
export async function sheetLines(bytes: Uint8Array): Promise<readonly Line[] | null> {
  const workbook = safeWorkbook(bytes);
  if (workbook === null) return null;
  try {
    // Codes are text, also where the spreadsheet took them for numbers.
    const rows = await readSheet<string>(workbook, { parseNumber: (text) => text });
    const width = rows[0]?.length ?? 0;
    return rows
      .map((row, at) => ({ line: at + 1, cells: Array.from({ length: width }, (_, column) => textOf(row[column])) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch {
    return null;
  }
}

function textOf(cell: unknown): string {
  return cell === null || cell === undefined ? '' : String(cell).trim().normalize('NFC');
}
