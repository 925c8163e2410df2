import type { Mark } from './mark.ts';

/**
 * A horizontal piece of a document that never breaks: a line of a paragraph, a row of a table, a block of signatures. Its marks
 * count from its own upper left corner.
 */
export interface Strip {
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Stays on the page of what follows: a heading. */
  readonly withNext?: true;
  /** Stands again at the head of the next page where the page ended before this strip: a table's head. */
  readonly repeat?: Strip;
}

export function gap(height: number): Strip {
  return { height, marks: [] };
}
