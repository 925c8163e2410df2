import type { TableBlock, TableCell, TableColumn } from '../../shared/document/document.ts';
import { type Room, textMark } from './lay-text.ts';
import { lineHeight, type Mark, type Style } from './mark.ts';
import type { Ruler } from './ruler.ts';
import { gap, type Strip } from './strip.ts';
import { TABLE_STYLES } from './styles.ts';
import { wrap } from './wrap.ts';

const PADDING = { x: 4, y: 3 };
/** A row with more lines than this is drawn as several, so that it always fits a page. */
const MOST_LINES = 30;

interface Column extends TableColumn {
  readonly x: number;
  readonly width: number;
}

/** One strip a row, made as it is asked for; the head again on every page. */
export function* layTable(block: TableBlock, { ruler, width }: Room): Generator<Strip> {
  const columns = placed(block.columns, width);
  const [top] = rowStrips(
    columns.map(({ title }) => ({ text: title, look: 'bold' as const })),
    columns.map((column) => ({ ...column, align: 'center' })),
    ruler,
  );
  if (top === undefined) return;
  const shade: Mark = { kind: 'fill', x: 0, y: 0, width, height: top.height, tone: 'shade' };
  const head: Strip = { height: top.height, marks: [shade, ...top.marks] };
  yield { ...head, withNext: true };
  let empty = true;
  for (const row of block.rows) {
    empty = false;
    for (const strip of rowStrips(row, columns, ruler)) yield { ...strip, repeat: head };
  }
  if (empty) {
    const whole: Column = { title: '', share: 1, align: 'center', x: 0, width };
    yield* rowStrips([{ text: block.empty, look: 'italic' }], [whole], ruler);
  }
  yield gap(6);
}

function placed(columns: readonly TableColumn[], width: number): Column[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = 0;
  return columns.map((column) => {
    const wide = (column.share / shares) * width;
    const at = x;
    x += wide;
    return { ...column, x: at, width: wide };
  });
}

function rowStrips(cells: readonly TableCell[], columns: readonly Column[], ruler: Ruler): Strip[] {
  const texts = columns.map(({ width }, at) => {
    const cell = cells[at] ?? '';
    const { text, look } = typeof cell === 'string' ? { text: cell, look: 'plain' as const } : cell;
    const style: Style = TABLE_STYLES[look];
    return { style, lines: wrap(text, width - 2 * PADDING.x, style, ruler) };
  });
  const most = Math.max(...texts.map(({ lines }) => lines.length));
  const strips: Strip[] = [];
  for (let from = 0; from < most; from += MOST_LINES) {
    const parts = texts.map(({ style, lines }) => ({ style, lines: lines.slice(from, from + MOST_LINES) }));
    const high = Math.max(...parts.map(({ style, lines }) => lines.length * lineHeight(style)));
    const height = high + 2 * PADDING.y;
    const marks = columns.flatMap((column, at): Mark[] => {
      const { style, lines } = parts[at] ?? { style: TABLE_STYLES.plain, lines: [] };
      return [
        { kind: 'box', x: column.x, y: 0, width: column.width, height },
        ...lines.map((line, row) =>
          textMark(line, aligned(line, column, style, ruler), PADDING.y + row * lineHeight(style), style),
        ),
      ];
    });
    strips.push({ height, marks });
  }
  return strips;
}

function aligned(line: string, { x, width, align = 'left' }: Column, style: Style, ruler: Ruler): number {
  if (align === 'left') return x + PADDING.x;
  const spare = width - 2 * PADDING.x - ruler.width(line, style);
  return x + PADDING.x + (align === 'center' ? spare / 2 : spare);
}
