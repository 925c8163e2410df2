import { spawnSync } from 'node:child_process';

/** What poppler reads back from a PDF, as laid out; words apart by spaces. */
export function pdfText(pdf: Uint8Array, ...options: string[]): string {
  return poppler('pdftotext', ['-layout', '-enc', 'UTF-8', ...options, '-', '-'], pdf).toString('utf8');
}

/** A page as a PNG of `dpi`. */
export function pdfPicture(pdf: Uint8Array, page: number, dpi = 150): Buffer {
  return poppler('pdftoppm', ['-png', '-r', `${dpi}`, '-f', `${page}`, '-l', `${page}`, '-singlefile', '-'], pdf);
}

/** A page as raw greys, for a decoder of codes. */
export function pdfGreys(
  pdf: Uint8Array,
  page: number,
  dpi = 150,
): { width: number; height: number; data: Uint8Array } {
  const pgm = poppler('pdftoppm', ['-gray', '-r', `${dpi}`, '-f', `${page}`, '-l', `${page}`, '-singlefile', '-'], pdf);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1'));
  if (head === null) throw new Error('pdftoppm gave no picture');
  return { width: Number(head[1]), height: Number(head[2]), data: pgm.subarray(head[0].length) };
}

function poppler(command: string, args: readonly string[], input: Uint8Array): Buffer {
  const run = spawnSync(command, args, { input, maxBuffer: 256 * 1024 * 1024 });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${command}: ${run.stderr.toString()}`);
  return run.stdout;
}
