import { gzipSync } from 'node:zlib';
import writeExcelFile from 'write-excel-file/node';

/** Real files that are then spoilt: workbooks as Excel writes them, something packed by gzip. */
export async function fileSamples(): Promise<readonly Buffer[]> {
  const sheets = [
    [
      ['point', 'designated'],
      ['1', 'chu-tich'],
    ],
    [
      ['code', 'name', 'kind'],
      ['9', '=1+1', 'commune'],
    ],
  ].map((rows) => writeExcelFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer());
  return [
    ...(await Promise.all(sheets)),
    gzipSync('{"format":"diem-cau-backup","version":1}\n'),
    gzipSync('x'.repeat(1e6)),
  ];
}
