import { readSheet } from 'read-excel-file/node';
import type { Line } from './read-table.ts';

/** Every XLSX file is a ZIP archive, and every ZIP archive begins like this. */
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

export function isSheet(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, ZIP.length).equals(ZIP);
}

/** The rows of the first sheet of an XLSX file, or null when it cannot be read as one. Empty rows are left out. */
export async function sheetLines(bytes: Uint8Array): Promise<readonly Line[] | null> {
  try {
    // Codes are text, also where the spreadsheet took them for numbers.
    const rows = await readSheet<string>(Buffer.from(bytes), { parseNumber: (text) => text });
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
