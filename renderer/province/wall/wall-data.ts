import type { Meeting } from '../../../shared/meeting/meeting.ts';
import type { ReadinessRow } from '../../../shared/protocol/console.ts';
import type { Ask, CallStanding, CheckingNow, HelpBoard, Wall, WallRow } from '../../../shared/protocol/wall.ts';
import { searchWords } from '../../../shared/strings/fold.ts';
import { wallRowOf } from '../../../shared/wall/wall-row.ts';

/** A row with the words it is found by, folded once and not at every key. */
export interface KnownRow {
  readonly row: WallRow;
  readonly words: readonly string[];
}

/** The wall as the console keeps it. A change makes a new one that shares what did not change. */
export interface WallData {
  readonly meeting: Meeting;
  readonly times: Wall['times'];
  /** The hub's clock less ours. */
  readonly offsetMs: number;
  /** In Vietnamese order. */
  readonly rows: readonly KnownRow[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly checking: ReadonlyMap<string, number>;
  readonly calls: ReadonlyMap<string, CallStanding>;
  /** By point, the newest first. */
  readonly asks: ReadonlyMap<string, readonly Ask[]>;
}

export function wallData(wall: Wall, now: number): WallData {
  return withBoard(
    {
      meeting: wall.meeting,
      times: wall.times,
      offsetMs: wall.generatedAt - now,
      rows: wall.rows.map(known),
      placeOf: new Map(wall.rows.map(({ code }, place) => [code, place])),
      checking: new Map(wall.checking.map(({ point, until }) => [point, until])),
      calls: new Map(),
      asks: new Map(),
    },
    wall.help,
  );
}

/** A point that was invited only now has no place yet: the next reading of the wall brings it. */
export function withRows(data: WallData, rows: readonly ReadinessRow[]): WallData {
  if (rows.length === 0) return data;
  const next = [...data.rows];
  for (const row of rows) {
    const place = data.placeOf.get(row.point.code);
    const before = place === undefined ? undefined : next[place];
    if (place !== undefined && before !== undefined) next[place] = known(wallRowOf(row, before.row.cluster));
  }
  return { ...data, rows: next };
}

/** `now` by our clock: what no longer runs goes at once, and not when the hour is looked at again. */
export function withChecking(data: WallData, checking: readonly CheckingNow[], now: number): WallData {
  if (checking.length === 0) return data;
  const next = new Map(data.checking);
  for (const { point, until } of checking) {
    if (until > now + data.offsetMs) next.set(point, until);
    else next.delete(point);
  }
  return { ...data, checking: next };
}

export function withBoard(data: WallData, { calls, asks }: HelpBoard): WallData {
  const byPoint = new Map<string, Ask[]>();
  for (const ask of asks) {
    const of = byPoint.get(ask.point);
    if (of === undefined) byPoint.set(ask.point, [ask]);
    else of.push(ask);
  }
  return { ...data, calls: new Map(calls.map((call) => [call.point, call])), asks: byPoint };
}

function known(row: WallRow): KnownRow {
  return { row, words: searchWords(`${row.name} ${row.code} ${row.cluster ?? ''} ${row.leader ?? ''}`) };
}
