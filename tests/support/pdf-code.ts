import jsQR from 'jsqr';
import { pdfGreys, pdfText } from './pdf-text.ts';

/** Reads the last QR code off the pages, as a telephone would; null where there is none. */
export function pdfCode(pdf: Uint8Array): string | null {
  const pages = pdfText(pdf).split('\f').length - 1;
  for (let page = pages; page > 0; page -= 1) {
    const { width, height, data } = pdfGreys(pdf, page);
    const rgba = new Uint8ClampedArray(width * height * 4);
    for (const [at, grey] of data.entries()) rgba.set([grey, grey, grey, 255], at * 4);
    const found = jsQR(rgba, width, height);
    if (found) return found.data;
  }
  return null;
}
