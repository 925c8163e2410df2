import { NEEDS } from './need.ts';
import type { Tile } from './tile.ts';
import { WALL_STATES, type WallState } from './wall-state.ts';

export const WALL_SORTS = ['need', 'name', 'contact'] as const;
/** `need`: what needs a call first; `name`: Vietnamese order; `contact`: longest not heard of first. */
export type WallSort = (typeof WALL_SORTS)[number];

const NEED_RANK = new Map(NEEDS.map((need, rank) => [need, rank]));
const STATE_RANK = new Map(WALL_STATES.map((state, rank) => [state, rank]));
const HANDLED = 100;
const NO_CALL = 200;

/**
 * Lower is sooner: first what needs a call and nobody calls, the worst need first; then what somebody is calling; then what
 * needs none, by its state.
 */
export function callRank({ need, state, call }: Pick<Tile, 'need' | 'state' | 'call'>): number {
  if (need === null) return NO_CALL + (STATE_RANK.get(state) ?? 0);
  return (call === null ? 0 : HANDLED) + (NEED_RANK.get(need) ?? 0);
}

/** The tiles in order. Within one need those not heard of the longest come first: they take the most time. */
export function sorted(tiles: readonly Tile[], sort: WallSort): readonly Tile[] {
  const keyOf = KEYS[sort];
  return tiles
    .map((tile) => ({ tile, key: keyOf(tile) }))
    .sort((a, b) => a.key - b.key || a.tile.place - b.tile.place)
    .map(({ tile }) => tile);
}

/** What a tile is ordered by, as one number made once for each: comparing is what is done tens of thousands of times. */
const KEYS = {
  need: (tile) => callRank(tile) * ALL_MINUTES + silentSince(tile),
  name: ({ place }) => place,
  contact: heardAt,
} as const satisfies Record<WallSort, (tile: Tile) => number>;

/** More than a day of this millennium has, counted from 1970. */
const ALL_MINUTES = 1_000_000_000;

/** Only what needs a call is ordered by how long it has been silent; the rest would jump about with every report. */
function silentSince(tile: Tile): number {
  return tile.need === null ? 0 : minuteOf(heardAt(tile));
}

function heardAt({ row }: Tile): number {
  return row.lastContactAt ?? 0;
}

function minuteOf(ms: number): number {
  return Math.floor(ms / 60_000);
}

export type WallCounts = Readonly<Record<WallState, number>> & { readonly needed: number };

export function countTiles(tiles: readonly Tile[]): WallCounts {
  const counts = Object.fromEntries(WALL_STATES.map((state) => [state, 0])) as Record<WallState, number>;
  let needed = 0;
  for (const tile of tiles) {
    counts[tile.state] += 1;
    if (tile.need !== null) needed += 1;
  }
  return { ...counts, needed };
}

/** Points that the province lists together; `name` null: of no cluster. */
export interface TileGroup {
  readonly name: string | null;
  readonly tiles: readonly Tile[];
  /** How many of them need a call. */
  readonly needed: number;
}

/** The clusters, in the order of their first tile: so the one with the most urgent point comes first. Order within is kept. */
export function grouped(tiles: readonly Tile[]): readonly TileGroup[] {
  const groups = new Map<string | null, Tile[]>();
  for (const tile of tiles) {
    const known = groups.get(tile.row.cluster);
    if (known === undefined) groups.set(tile.row.cluster, [tile]);
    else known.push(tile);
  }
  return [...groups].map(([name, of]) => ({ name, tiles: of, needed: of.filter(({ need }) => need !== null).length }));
}

export const CALL_KINDS = ['wanted', 'handled', 'none'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** Whether a point needs a call that nobody makes, one that somebody makes or has just made, or none. */
export function callKindOf(tile: Pick<Tile, 'need' | 'state' | 'call'>): CallKind {
  const rank = callRank(tile);
  return rank < HANDLED ? 'wanted' : rank < NO_CALL ? 'handled' : 'none';
}
