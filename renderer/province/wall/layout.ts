import type { Tile } from '../../../shared/wall/tile.ts';

export const TILE_MIN_WIDTH = 176;
export const TILE_HEIGHT = 78;
export const HEAD_HEIGHT = 44;
export const GAP = 8;

/** Tiles under one heading. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly tiles: readonly Tile[];
}

/** One line of the wall: a heading, or as many tiles as fit beside one another. `first`: the place of its first tile. */
export type Line =
  | { readonly kind: 'head'; readonly top: number; readonly section: Section; readonly first: number }
  | { readonly kind: 'tiles'; readonly top: number; readonly tiles: readonly Tile[]; readonly first: number };

export interface Layout {
  readonly lines: readonly Line[];
  /** All tiles, in the order they are read. */
  readonly tiles: readonly Tile[];
  readonly height: number;
}

export function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width + GAP) / (TILE_MIN_WIDTH + GAP)));
}

/** Where everything stands, in CSS pixels from the top of the wall. */
export function layoutOf(sections: readonly Section[], columns: number): Layout {
  const lines: Line[] = [];
  const all: Tile[] = [];
  let top = 0;
  for (const section of sections) {
    lines.push({ kind: 'head', top, section, first: all.length });
    top += HEAD_HEIGHT;
    for (let at = 0; at < section.tiles.length; at += columns) {
      const tiles = section.tiles.slice(at, at + columns);
      lines.push({ kind: 'tiles', top, tiles, first: all.length + at });
      top += TILE_HEIGHT + GAP;
    }
    for (const tile of section.tiles) all.push(tile);
  }
  return { lines, tiles: all, height: top };
}

/** Lines of which something stands between `from` and `to`: the first one and the one after the last. */
export function linesBetween({ lines }: Layout, from: number, to: number): readonly [number, number] {
  const start = Math.max(0, firstFrom(lines, from) - 1);
  return [start, firstFrom(lines, to)];
}

/** Index of the first line whose top is at or below `top`. */
function firstFrom(lines: readonly Line[], top: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.top ?? 0) < top) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const MOVES = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'] as const;
export type Move = (typeof MOVES)[number];

const PAGE_LINES = 5;

/** The place a key leads to from `place`; up and down keep the column as far as the line there has one. */
export function moved(layout: Layout, place: number, move: Move): number {
  const last = layout.tiles.length - 1;
  switch (move) {
    case 'ArrowLeft':
      return Math.max(0, place - 1);
    case 'ArrowRight':
      return Math.min(last, place + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowUp':
      return byLines(layout, place, -1);
    case 'ArrowDown':
      return byLines(layout, place, 1);
    case 'PageUp':
      return byLines(layout, place, -PAGE_LINES);
    case 'PageDown':
      return byLines(layout, place, PAGE_LINES);
  }
}

function byLines(layout: Layout, place: number, by: number): number {
  const rows = layout.lines.flatMap((line) => (line.kind === 'tiles' ? [line] : []));
  const at = rows.findIndex(({ first, tiles }) => place >= first && place < first + tiles.length);
  const from = rows[at];
  const to = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  if (from === undefined || to === undefined) return place;
  return to.first + Math.min(place - from.first, to.tiles.length - 1);
}

/** The line a place stands in. */
export function lineOf({ lines }: Layout, place: number): number {
  return lines.findIndex(
    (line) => line.kind === 'tiles' && place >= line.first && place < line.first + line.tiles.length,
  );
}
