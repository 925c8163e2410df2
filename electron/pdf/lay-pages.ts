import { assertNever } from '../../shared/assert-never.ts';
import type { Block, PaperDocument } from '../../shared/document/document.ts';
import { layCode } from './lay-code.ts';
import { layLetterhead, laySignatures } from './lay-letterhead.ts';
import { layTable } from './lay-table.ts';
import { layFields, layHeading, layParagraph, layTitle, type Room } from './lay-text.ts';
import { type Mark, moved } from './mark.ts';
import { type Paper, paperOf } from './paper.ts';
import type { Ruler } from './ruler.ts';
import type { Strip } from './strip.ts';

/** The marks of each page's text, without head and foot. One page is in memory at a time. */
export function* layPages(document: PaperDocument, ruler: Ruler): Generator<readonly Mark[]> {
  const paper = paperOf(document);
  const page = { marks: [] as Mark[], y: paper.top };
  /** Strips that wait for the one they must stand with. */
  let waiting: Strip[] = [];
  for (const strip of stripsOf(document.blocks, { ruler, width: paper.innerWidth })) {
    if (strip.withNext) {
      waiting.push(strip);
      continue;
    }
    const together = [...waiting, strip];
    waiting = [];
    const height = together.reduce((sum, part) => sum + part.height, 0);
    if (page.y + height > paper.bottom && page.y > paper.top) {
      yield page.marks;
      page.marks = [];
      page.y = paper.top;
      if (strip.repeat && together.length === 1) put(strip.repeat, page, paper);
    }
    for (const part of together) put(part, page, paper);
  }
  for (const part of waiting) put(part, page, paper);
  yield page.marks;
}

function put(strip: Strip, page: { readonly marks: Mark[]; y: number }, { left, top }: Paper): void {
  // White space at the head of a page is no space between two things.
  if (strip.marks.length === 0 && page.y === top) return;
  for (const mark of strip.marks) page.marks.push(moved(mark, left, page.y));
  page.y += strip.height;
}

function* stripsOf(blocks: readonly Block[], room: Room): Generator<Strip> {
  for (const block of blocks) yield* layBlock(block, room);
}

function layBlock(block: Block, room: Room): Iterable<Strip> {
  switch (block.kind) {
    case 'letterhead':
      return layLetterhead(block, room);
    case 'title':
      return layTitle(block, room);
    case 'heading':
      return layHeading(block, room);
    case 'text':
      return layParagraph(block, room);
    case 'fields':
      return layFields(block, room);
    case 'table':
      return layTable(block, room);
    case 'signatures':
      return laySignatures(block, room);
    case 'code':
      return layCode(block, room);
    default:
      return assertNever(block);
  }
}
