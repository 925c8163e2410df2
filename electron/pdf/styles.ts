import type { TextLook } from '../../shared/document/document.ts';
import type { Style } from './mark.ts';

export const STYLES = {
  plain: { face: 'normal', size: 10.5 },
  bold: { face: 'bold', size: 10.5 },
  italic: { face: 'italic', size: 10.5 },
  small: { face: 'normal', size: 8 },
  motto: { face: 'bold', size: 11 },
  title: { face: 'bold', size: 14 },
  heading: { face: 'bold', size: 11.5 },
} as const satisfies Record<TextLook | 'motto' | 'title' | 'heading', Style>;

/** In tables everything is a little smaller. */
export const TABLE_STYLES = {
  plain: { face: 'normal', size: 9 },
  bold: { face: 'bold', size: 9 },
  italic: { face: 'italic', size: 9 },
  small: { face: 'normal', size: 7 },
} as const satisfies Record<TextLook, Style>;
