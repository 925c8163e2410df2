/**
 * A bar code we put on the screen and look for in the capture: eight colour cells that nothing else on a screen shows in
 * that order, then four black or white cells that count 0 … 15. Read along a row of pixels, at any place and size.
 */
export const COLOURS = {
  magenta: [255, 0, 255],
  green: [0, 255, 0],
  blue: [0, 0, 255],
  yellow: [255, 255, 0],
  black: [0, 0, 0],
  white: [255, 255, 255],
} as const;
export type Colour = keyof typeof COLOURS;

/** One bit each for red, green and blue; how the pixels are compared, a million a second. */
type Code = number;
const MIXED: Code = -1;
const codeOf = (colour: Colour): Code =>
  COLOURS[colour].reduce<Code>((code, part) => code * 2 + (part > 127 ? 1 : 0), 0);

const LEADER: readonly Colour[] = ['magenta', 'green', 'blue', 'yellow', 'magenta', 'blue', 'green', 'magenta'];
const LEADER_CODES = LEADER.map(codeOf);
const WHITE = codeOf('white');
const BLACK = codeOf('black');
export const COUNTER_BITS = 4;

/** Cells of the marker that shows `count` (0 … 15), left to right. */
export function markerCells(count: number): readonly Colour[] {
  const bits = Array.from({ length: COUNTER_BITS }, (_, bit): Colour => (count & (1 << bit) ? 'white' : 'black'));
  return [...LEADER, ...bits];
}

/** RGBA pixels, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Where a marker stands in a picture, pixels: the left end of one of its top rows, the width of a cell, how many there are. */
export interface MarkerPlace {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly cells: number;
}

/** The number a marker anywhere in the picture shows; null when there is none. */
export function readMarker(pixels: Pixels): number | null {
  return findMarker(pixels)?.count ?? null;
}

/** A marker anywhere in the picture: what it shows, and where it stands. */
export function findMarker(pixels: Pixels): (MarkerPlace & { readonly count: number }) | null {
  // Every fourth row: the marker is drawn taller than that even when the capture is scaled down.
  for (let y = 0; y < pixels.height; y += 4) {
    const found = readRow(pixels, y);
    if (found !== null) return found;
  }
  return null;
}

interface Run {
  readonly code: Code;
  readonly start: number;
  readonly end: number;
}

/** Where two colours meet, video mixes a few pixels of neither, or of a third colour: shorter than any cell we read. */
const SHORTEST_CELL = 4;

function readRow(pixels: Pixels, y: number): ReturnType<typeof findMarker> {
  const runs = runsOf(pixels, y);
  for (let at = 0; at + LEADER.length <= runs.length; at++) {
    const leader = runs.slice(at, at + LEADER.length);
    if (!leader.every((run, turn) => run.code === LEADER_CODES[turn])) continue;
    const start = leader[0]?.start ?? 0;
    const end = leader[LEADER.length - 1]?.end ?? 0;
    const cell = (end - start) / LEADER.length;
    if (!isEven(leader, start, cell)) continue;
    const count = readCounter(pixels, y, end, cell);
    return count === null ? null : { count, x: start, y, cell, cells: LEADER.length + COUNTER_BITS };
  }
  return null;
}

function readCounter(pixels: Pixels, y: number, start: number, cell: number): number | null {
  let count = 0;
  for (let bit = 0; bit < COUNTER_BITS; bit++) {
    const code = codeAt(pixels, Math.round(start + (bit + 0.5) * cell), y);
    if (code !== WHITE && code !== BLACK) return null;
    if (code === WHITE) count |= 1 << bit;
  }
  return count;
}

/** Every cell stands where it belongs, within a third of a cell. */
function isEven(leader: readonly Run[], start: number, cell: number): boolean {
  const near = (x: number, cells: number): boolean => Math.abs(x - start - cells * cell) <= cell / 3;
  return leader.every((run, turn) => near(run.start, turn) && near(run.end, turn + 1));
}

/** Runs of one colour along a row, those too short for a cell left out. */
function runsOf(pixels: Pixels, y: number): Run[] {
  const runs: Run[] = [];
  let code = codeAt(pixels, 0, y);
  let start = 0;
  for (let x = 1; x <= pixels.width; x++) {
    const next = x < pixels.width ? codeAt(pixels, x, y) : MIXED;
    if (next === code && x < pixels.width) continue;
    if (code !== MIXED && x - start >= SHORTEST_CELL) runs.push({ code, start, end: x });
    code = next;
    start = x;
  }
  return runs;
}

/** The colour a pixel is nearest to, with room for video compression; `MIXED` for anything in between. */
function codeAt({ width, data }: Pixels, x: number, y: number): Code {
  const at = (y * width + x) * 4;
  let code: Code = 0;
  for (let part = 0; part < 3; part++) {
    const value = data[at + part] ?? 0;
    if (value > LOW && value < HIGH) return MIXED;
    code = code * 2 + (value >= HIGH ? 1 : 0);
  }
  return code;
}

/** A part of a colour, 0 … 255, counts as off up to `LOW` and as on from `HIGH`. */
const LOW = 85;
const HIGH = 170;
