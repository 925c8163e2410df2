import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as breathe } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { PaperDocument } from '../../shared/document/document.ts';
import { FACES, fontFile } from './fonts.ts';
import { furnitureOf } from './furniture.ts';
import { layPages } from './lay-pages.ts';
import type { Mark } from './mark.ts';
import { type Paper, paperOf } from './paper.ts';
import { type Ruler, rememberingRuler } from './ruler.ts';

const SHADE = '#e9edf2';
const INK = '#000000';

/**
 * Draws a document as PDF (A4, Be Vietnam Pro embedded) into `target` and ends it. Resolves when all of it was handed over.
 *
 * How to use it: make a `PaperDocument` (`shared/document/document.ts`) by a pure function from what you report, and give it here:
 *
 *     await writePdf(summaryDocument(report, translator), createWriteStream(file));   // a file, a reply, any stream
 *     const bytes = await pdfBytes(minutesDocument(minutes, translator));             // small documents
 *
 * A page at a time: memory grows by no more than where each page's parts stand in the file and the widths of the words, the event
 * loop turns after each page, and a slow reader is waited for. The rows of a table are iterated twice, first to count the pages
 * ("Trang 2/5").
 * @throws what `target` throws, and the reason of `signal` when it aborts
 */
export async function writePdf(document: PaperDocument, target: Writable, signal?: AbortSignal): Promise<void> {
  const paper = paperOf(document);
  const pdf = openPdf(document, paper);
  const ruler = rulerOf(pdf);
  let failure: unknown;
  target.on('error', (error) => {
    failure ??= error;
  });
  try {
    const pages = await countPages(document, ruler, signal);
    pdf.pipe(target);
    let page = 0;
    for (const marks of layPages(document, ruler)) {
      page += 1;
      pdf.addPage();
      for (const mark of [...marks, ...furnitureOf(document, paper, ruler, { page, pages })]) draw(pdf, mark);
      await breathe(undefined, signal ? { signal } : {});
      if (failure) throw failure;
      if (target.writableNeedDrain) await once(target, 'drain', signal ? { signal } : {});
    }
    const done = target.writableFinished ? undefined : once(target, 'finish', signal ? { signal } : {});
    pdf.end();
    await done;
  } catch (error) {
    pdf.unpipe(target);
    target.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** The whole file in memory. */
export async function pdfBytes(document: PaperDocument, signal?: AbortSignal): Promise<Buffer> {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), writePdf(document, stream, signal)]);
  return bytes;
}

function openPdf(document: PaperDocument, { width, height }: Paper): PDFKit.PDFDocument {
  const pdf = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    // Null keeps it from opening Helvetica, whose metrics a bundle does not carry.
    font: null as unknown as string,
    lang: document.locale,
    pdfVersion: '1.7',
    displayTitle: true,
    info: { Title: document.title, Creator: 'Điểm Cầu', Producer: 'Điểm Cầu' },
  });
  for (const face of FACES) pdf.registerFont(face, fontFile(face));
  return pdf;
}

function rulerOf(pdf: PDFKit.PDFDocument): Ruler {
  return rememberingRuler((text, face) => pdf.font(face).fontSize(1000).widthOfString(text));
}

async function countPages(document: PaperDocument, ruler: Ruler, signal?: AbortSignal): Promise<number> {
  let pages = 0;
  for (const _ of layPages(document, ruler)) {
    pages += 1;
    await breathe(undefined, signal ? { signal } : {});
  }
  return pages;
}

function draw(pdf: PDFKit.PDFDocument, mark: Mark): void {
  switch (mark.kind) {
    case 'text':
      pdf.font(mark.style.face).fontSize(mark.style.size).fillColor(INK);
      pdf.text(mark.text, mark.x, mark.y, { lineBreak: false });
      return;
    case 'line':
      pdf
        .lineWidth(0.7)
        .moveTo(mark.x, mark.y)
        .lineTo(mark.x + mark.length, mark.y)
        .stroke(INK);
      return;
    case 'box':
      pdf.lineWidth(0.5).rect(mark.x, mark.y, mark.width, mark.height).stroke(INK);
      return;
    case 'fill':
      pdf.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.tone === 'ink' ? INK : SHADE);
  }
}
