import type { Style } from './mark.ts';
import type { Ruler } from './ruler.ts';

/**
 * Breaks a text into lines no wider than `width` points: at spaces, and inside a word only where the word alone is wider (a hash).
 * Line breaks in the text are kept. Always at least one line.
 */
export function wrap(text: string, width: number, style: Style, ruler: Ruler): string[] {
  return text
    .normalize('NFC')
    .split('\n')
    .flatMap((line) => wrapLine(line, width, style, ruler));
}

function wrapLine(text: string, width: number, style: Style, ruler: Ruler): string[] {
  const space = ruler.width(' ', style);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/[ \t]+/).filter((part) => part !== '')) {
    for (const piece of piecesOf(word, width, style, ruler)) {
      const wide = ruler.width(piece, style);
      if (line !== '' && used + space + wide > width) {
        lines.push(line);
        line = '';
      }
      used = line === '' ? wide : used + space + wide;
      line = line === '' ? piece : `${line} ${piece}`;
    }
  }
  return [...lines, line];
}

function piecesOf(word: string, width: number, style: Style, ruler: Ruler): string[] {
  if (ruler.width(word, style) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && ruler.width(piece + letter, style) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
