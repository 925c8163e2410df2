import { unzipWithin, type ZipEntry, zipPlainly } from './plain-zip.ts';

/** Unpacked: a list of 100,000 rows has 12 MB. */
const MOST_BYTES = 48 * 1024 * 1024;
/** The reader makes every row as wide as the sheet: a cell far to the right would fill all memory. */
const MOST_COLUMNS = 64;
const REFERENCE = /^([A-Z]{0,2})(\d{1,7})$/;

/**
 * The workbook as it may be given to the reader, which believes what a file says of its sizes: unpacked here within bounds and
 * without a cell out of reach. Null when it is no such archive. Found by trying: 2.7 KB that took all memory.
 */
export function safeWorkbook(bytes: Uint8Array): Buffer | null {
  const entries = unzipWithin(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), MOST_BYTES);
  if (entries === null || entries.some(isOutOfReach)) return null;
  return zipPlainly(entries);
}

function isOutOfReach({ bytes }: ZipEntry): boolean {
  const text = bytes.toString('utf8');
  if (!text.includes('sheetData')) return false;
  // Every reference there is, however it is written: one that is not plain is not of a spreadsheet program.
  for (const [, quote, double, single] of text.matchAll(/(?<!xmlns:)\br\s*=\s*(?:(")([^"]*)"|'([^']*)'|)/g)) {
    const reference = REFERENCE.exec(quote === undefined ? (single ?? '!') : (double ?? ''));
    if (reference === null || columnOf(reference[1] ?? '') > MOST_COLUMNS) return true;
  }
  return false;
}

/** `A` is 1; a row's reference, which names no column, 0. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
