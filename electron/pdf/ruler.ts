import type { Face, Style } from './mark.ts';

/** How wide a text is, in points. */
export interface Ruler {
  width(text: string, style: Style): number;
}

/** The longest text worth remembering: words come again, whole lines seldom. */
const WORD = 24;
const REMEMBERED = 20_000;

/**
 * Remembers the widths of words, since shaping them costs more than everything else about a page.
 * @param measure the width of a text at a size of 1000
 */
export function rememberingRuler(measure: (text: string, face: Face) => number): Ruler {
  const widths = new Map<string, number>();
  return {
    width(text, { face, size }) {
      if (text.length > WORD) return (measure(text, face) * size) / 1000;
      const key = `${face}:${text}`;
      let width = widths.get(key);
      if (width === undefined) {
        if (widths.size >= REMEMBERED) widths.clear();
        width = measure(text, face);
        widths.set(key, width);
      }
      return (width * size) / 1000;
    },
  };
}
