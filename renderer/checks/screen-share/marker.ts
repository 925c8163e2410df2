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

const LEADER: readonly Colour[] = ['magenta', 'green', 'blue', 'yellow', 'magenta', 'blue', 'green', 'magenta'];
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

/** The number a marker anywhere in the picture shows; null when there is none. */
export function readMarker(pixels: Pixels): number | null {
  // Every fourth row: the marker is drawn taller than that even when the capture is scaled down.
  for (let y = 0; y < pixels.height; y += 4) {
    const count = readRow(pixels, y);
    if (count !== null) return count;
  }
  return null;
}

interface Run {
  readonly colour: Colour;
  readonly start: number;
  readonly end: number;
}

/** Where two colours meet, video mixes a few pixels of neither, or of a third colour: shorter than any cell we read. */
const SHORTEST_CELL = 4;

function readRow(pixels: Pixels, y: number): number | null {
  const runs = runsOf(pixels, y);
  for (let at = 0; at + LEADER.length <= runs.length; at++) {
    const leader = runs.slice(at, at + LEADER.length);
    if (!leader.every((run, turn) => run.colour === LEADER[turn])) continue;
    const start = leader[0]?.start ?? 0;
    const end = leader[LEADER.length - 1]?.end ?? 0;
    const cell = (end - start) / LEADER.length;
    if (isEven(leader, start, cell)) return readCounter(pixels, y, end, cell);
  }
  return null;
}

function readCounter(pixels: Pixels, y: number, start: number, cell: number): number | null {
  let count = 0;
  for (let bit = 0; bit < COUNTER_BITS; bit++) {
    const colour = colourAt(pixels, Math.round(start + (bit + 0.5) * cell), y);
    if (colour !== 'white' && colour !== 'black') return null;
    if (colour === 'white') count |= 1 << bit;
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
  let colour = colourAt(pixels, 0, y);
  let start = 0;
  for (let x = 1; x <= pixels.width; x++) {
    const next = x < pixels.width ? colourAt(pixels, x, y) : null;
    if (next === colour && x < pixels.width) continue;
    if (colour !== null && x - start >= SHORTEST_CELL) runs.push({ colour, start, end: x });
    colour = next;
    start = x;
  }
  return runs;
}

/** The colour a pixel is nearest to, with room for video compression; null for anything in between. */
function colourAt({ width, data }: Pixels, x: number, y: number): Colour | null {
  const at = (y * width + x) * 4;
  const bits = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0].map((value) =>
    value >= 170 ? 1 : value <= 85 ? 0 : Number.NaN,
  );
  return NAMES.get(bits.join('')) ?? null;
}

const NAMES = new Map(
  Object.entries(COLOURS).map(([name, rgb]) => [rgb.map((value) => (value > 127 ? 1 : 0)).join(''), name as Colour]),
);
