import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { unzipWithin, zipPlainly } from '../../../electron/province/imports/plain-zip.ts';
import { readPoints, readPointsFile } from '../../../electron/province/imports/points-csv.ts';
import { isSheet, sheetLines } from '../../../electron/province/imports/read-sheet.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const MB = 1024 * 1024;
const ROWS = [
  ['code', 'name', 'kind'],
  ['9', 'Xã A', 'commune'],
];

function workbook(rows: readonly (readonly string[])[] = ROWS): Promise<Buffer> {
  return writeExcelFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
}

/** The same workbook with its sheet's text changed. */
async function changed(how: (xml: string) => string): Promise<Buffer> {
  const entries = unzipWithin(await workbook(), 10 * MB) ?? [];
  return zipPlainly(
    entries.map(({ name, bytes }) => ({ name, bytes: name === SHEET ? Buffer.from(how(bytes.toString())) : bytes })),
  );
}

describe('a workbook that is a trap', () => {
  it.each([
    ['a column that no program has', (xml: string) => xml.replace('r="A2"', 'r="ZZZZZZ2"')],
    ['the last column there is', (xml: string) => xml.replace('r="A2"', 'r="XFD2"')],
    ['a reference in single quotes', (xml: string) => xml.replace('r="A2"', "r = 'ZZZZZZ2'")],
    ['a reference made of entities', (xml: string) => xml.replace('r="A2"', 'r="&#90;&#90;&#90;&#90;&#90;2"')],
    ['a reference without quotes', (xml: string) => xml.replace('r="A2"', 'r=ZZZZZZ2')],
    ['a reference behind a bracket', (xml: string) => xml.replace('r="A2"', 'x=">" r="ZZZZZZ2"')],
  ])('is refused for %s', async (_, how) => {
    expect(await sheetLines(await changed(how))).toBeNull();
  });

  it('is refused when it unpacks to more than a list ever has, whatever it says of its size', async () => {
    const entries = unzipWithin(await workbook(), 10 * MB) ?? [];
    const bomb = deflateRawSync(Buffer.alloc(60 * MB));
    expect(bomb.length).toBeLessThan(MB);
    for (const said of [60 * MB, 10, 0xffff_ffff]) {
      const file = zipPlainly([...entries, { name: 'xl/media/image.xml', bytes: bomb }]);
      // The last entry is made a packed one, in the local header and in the directory.
      for (const mark of ['PK\u0003\u0004', 'PK\u0001\u0002']) {
        const at = file.lastIndexOf(Buffer.from(mark, 'latin1')) + (mark === 'PK\u0003\u0004' ? 8 : 10);
        file.writeUInt16LE(8, at);
        file.writeUInt32LE(said, at + 14);
      }
      const before = process.memoryUsage().rss;
      expect(await sheetLines(file)).toBeNull();
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
    }
  });

  it('is told apart from any other file, also from one of no bytes', async () => {
    for (const bytes of [[], [0x50], [0x50, 0x4b, 3], [1, 2, 3, 4, 5]])
      expect(isSheet(Uint8Array.from(bytes))).toBe(false);
    expect(await readPointsFile(new Uint8Array(), 'vi')).toMatchObject({ rows: [] });
    expect(await readPointsFile(Buffer.from('PK\u0003\u0004', 'latin1'), 'vi')).toBeNull();
    const whole = await workbook();
    for (const cut of [5, 30, 200, whole.length - 1]) expect(await sheetLines(whole.subarray(0, cut))).toBeNull();
  });

  it('harms nobody who is honest: files of a spreadsheet program are read as before', async () => {
    expect((await readPointsFile(await workbook(), 'vi'))?.rows).toEqual([
      { code: '9', name: 'Xã A', kind: 'commune' },
    ]);
    const entries = [{ name: 'a/ệ.txt', bytes: Buffer.from('xã') }];
    expect(unzipWithin(zipPlainly(entries), MB)).toEqual(entries);
    expect(crc32(Buffer.from('xã'))).toBe(zipPlainly(entries).readUInt32LE(14));
  });
});

describe('a list', () => {
  it('of 100,000 rows is read as a table, and thousands as a workbook', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => [String(index), `Xã ${index}`, 'commune']);
    const csv = readPoints([['code', 'name', 'kind'], ...rows].map((row) => row.join(',')).join('\n'), 'vi');
    expect([csv.rows.length, csv.bad.length]).toEqual([100_000, 0]);
    const lines = await sheetLines(await workbook([ROWS[0] ?? [], ...rows.slice(0, 4000)]));
    expect([lines?.length, lines?.at(-1)?.cells]).toEqual([4001, ['3999', 'Xã 3999', 'commune']]);
  });

  it.each([
    ['UTF-16, little end first', Buffer.from('\ufeffcode,name,kind\n1,Xã A,commune\n', 'utf16le')],
    ['an old Vietnamese code page', Buffer.from([0x63, 0x6f, 0x64, 0x65, 0x2c, 0xd0, 0xea, 0x0a])],
    ['no text at all', Buffer.from([0, 1, 2, 0xff])],
  ])('in %s is refused in words, never guessed', async (_, bytes) => {
    const read = await readPointsFile(bytes, 'vi');
    expect(read === null || (read.rows.length === 0 && read.bad.length > 0)).toBe(true);
  });
});
