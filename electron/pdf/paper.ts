import type { PaperDocument } from '../../shared/document/document.ts';

const MILLIMETRE = 72 / 25.4;

/** A page in points: what may be written on, and where head and foot stand. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly innerWidth: number;
}

/** A4 with the margins of Vietnamese administrative documents (Decree 30/2020: 20 mm above and below, 30 left, 15 right). */
export function paperOf({ orientation }: Pick<PaperDocument, 'orientation'>): Paper {
  const [width, height] = orientation === 'portrait' ? [210, 297] : [297, 210];
  const left = orientation === 'portrait' ? 30 : 20;
  const right = 15;
  return {
    width: width * MILLIMETRE,
    height: height * MILLIMETRE,
    left: left * MILLIMETRE,
    top: 20 * MILLIMETRE,
    bottom: (height - 20) * MILLIMETRE,
    innerWidth: (width - left - right) * MILLIMETRE,
  };
}
