import type { FieldsBlock, HeadingBlock, TextBlock, TitleBlock } from '../../shared/document/document.ts';
import { lineHeight, type Mark, type Style } from './mark.ts';
import type { Ruler } from './ruler.ts';
import { gap, type Strip } from './strip.ts';
import { STYLES } from './styles.ts';
import { wrap } from './wrap.ts';

/** What laying out needs to know: how wide texts are and how wide the paper is, in points. */
export interface Room {
  readonly ruler: Ruler;
  readonly width: number;
}

export function layTitle({ text, below }: TitleBlock, room: Room): Strip[] {
  return [
    gap(14),
    ...lines(text, STYLES.title, room, 'center', true),
    ...below.flatMap((line) => lines(line, STYLES.italic, room, 'center', true)),
    gap(8),
  ];
}

export function layHeading({ text }: HeadingBlock, room: Room): Strip[] {
  return [
    { ...gap(8), withNext: true },
    ...lines(text, STYLES.heading, room, 'left', true),
    { ...gap(3), withNext: true },
  ];
}

export function layParagraph({ text, look = 'plain', withNext }: TextBlock, room: Room): Strip[] {
  return [...lines(text, STYLES[look], room, 'left', withNext), { ...gap(3), ...(withNext && { withNext }) }];
}

/** Label in a column of its own, so that the values stand under one another. */
export function layFields({ fields }: FieldsBlock, { ruler, width }: Room): Strip[] {
  const widest = Math.max(0, ...fields.map(([label]) => ruler.width(`${label}:`, STYLES.plain)));
  const column = Math.min(widest + 10, width * 0.4);
  return fields.map(([label, value]) => {
    const labels = wrap(`${label}:`, column - 6, STYLES.plain, ruler);
    const values = wrap(value, width - column, STYLES.bold, ruler);
    const height = lineHeight(STYLES.plain);
    const marks: Mark[] = [
      ...labels.map((text, at) => textMark(text, 0, at * height, STYLES.plain)),
      ...values.map((text, at) => textMark(text, column, at * height, STYLES.bold)),
    ];
    return { height: Math.max(labels.length, values.length) * height + 2, marks };
  });
}

function lines(text: string, style: Style, room: Room, align: 'left' | 'center', withNext = false): Strip[] {
  return wrap(text, room.width, style, room.ruler).map((line) => {
    const x = align === 'left' ? 0 : (room.width - room.ruler.width(line, style)) / 2;
    const strip: Strip = { height: lineHeight(style), marks: [textMark(line, x, 0, style)] };
    return withNext ? { ...strip, withNext } : strip;
  });
}

export function textMark(text: string, x: number, y: number, style: Style): Mark {
  return { kind: 'text', x, y, text, style };
}

/** Lines one below the other, each centred on `middle`; answers the marks and how high they are. */
export function centred(
  texts: readonly (readonly [string, Style])[],
  middle: number,
  width: number,
  ruler: Ruler,
): { readonly marks: Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  let height = 0;
  for (const [text, style] of texts) {
    if (text === '') continue;
    for (const line of wrap(text, width, style, ruler)) {
      marks.push(textMark(line, middle - ruler.width(line, style) / 2, height, style));
      height += lineHeight(style);
    }
  }
  return { marks, height };
}
