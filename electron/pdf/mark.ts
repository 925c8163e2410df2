/** What ink there is on a page. Points (1/72 inch) from the page's upper left corner. */
export type Mark = TextMark | LineMark | BoxMark | FillMark;

export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  /** The upper edge of the line of text. */
  readonly y: number;
  readonly text: string;
  readonly style: Style;
}

export interface LineMark {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** The outline of a rectangle. */
export interface BoxMark {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of ink, or of the light grey behind a table's head. */
export interface FillMark {
  readonly kind: 'fill';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: 'ink' | 'shade';
}

export interface Style {
  readonly face: Face;
  /** Points. */
  readonly size: number;
}

export type Face = 'normal' | 'bold' | 'italic' | 'bold-italic';

/** The height of a line of text: the font's own ascent and descent, tones over capitals included. */
export function lineHeight({ size }: Style): number {
  return size * 1.34;
}

export function moved(mark: Mark, dx: number, dy: number): Mark {
  return { ...mark, x: mark.x + dx, y: mark.y + dy };
}
