import qrcode from 'qrcode-generator';
import type { CodeBlock } from '../../shared/document/document.ts';
import { type Room, textMark } from './lay-text.ts';
import { lineHeight, type Mark } from './mark.ts';
import { gap, type Strip } from './strip.ts';
import { STYLES } from './styles.ts';
import { wrap } from './wrap.ts';

/** The edge of a module in points: about 0.55 mm, which a telephone reads from a copy of a copy. */
const MODULE = 1.55;
/** Modules of white around the code, as its standard demands. */
const QUIET = 4;

/** A QR code (error correction M) with its caption to the right. */
export function layCode({ content, caption }: CodeBlock, { ruler, width }: Room): Strip[] {
  const code = qrcode(0, 'M');
  code.addData(content);
  code.make();
  const modules = code.getModuleCount();
  const edge = (modules + 2 * QUIET) * MODULE;
  const style = STYLES.small;
  const lines = caption.flatMap((text) => wrap(text, width - edge - 8, style, ruler));
  const squares: Mark[] = [];
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      // A whole run of dark modules is one rectangle: no white hair lines between them, and a tenth of the marks.
      let run = 0;
      while (column + run < modules && code.isDark(row, column + run)) run += 1;
      if (run === 0) continue;
      const [x, y] = [(column + QUIET) * MODULE, (row + QUIET) * MODULE];
      squares.push({ kind: 'fill', x, y, width: run * MODULE, height: MODULE, tone: 'ink' });
      column += run;
    }
  }
  const words = lines.map((text, at) => textMark(text, edge + 4, QUIET * MODULE + at * lineHeight(style), style));
  return [
    gap(8),
    { height: Math.max(edge, QUIET * MODULE + lines.length * lineHeight(style)), marks: [...squares, ...words] },
  ];
}
