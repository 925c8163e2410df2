/** Files of the console in the forms a browser likes to get over a slow line: made once at the build, not at every visit. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Fonts are compressed as they are; maps are read by nobody in a hurry. */
const KINDS = new Set(['.js', '.css', '.svg']);
/** What is smaller travels in one packet anyhow. Bytes. */
const WORTH_IT = 1024;

/** Puts `x.js.br` and `x.js.gz` beside `x.js`. @param {string} folder */
export async function compressFiles(folder) {
  const names = (await readdir(folder)).filter((name) => KINDS.has(extname(name)));
  await Promise.all(names.map((name) => compressFile(join(folder, name))));
}

/** @param {string} file */
async function compressFile(file) {
  const bytes = await readFile(file);
  if (bytes.length < WORTH_IT) return;
  // The last steps of brotli cost ten times as long for some hundredths of the size.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await Promise.all([
    promisify(brotliCompress)(bytes, { params }).then((small) => writeFile(`${file}.br`, small)),
    promisify(gzip)(bytes, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
  ]);
}
