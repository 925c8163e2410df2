import { useMemo } from 'react';
import { searchWords, wordsMatch } from '../../../shared/strings/fold.ts';
import {
  CALL_KINDS,
  type CallKind,
  callKindOf,
  countTiles,
  grouped,
  sorted,
  type WallSort,
} from '../../../shared/wall/arrange.ts';
import { type Tile, tileOf } from '../../../shared/wall/tile.ts';
import type { WallState } from '../../../shared/wall/wall-state.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWords, type Words } from '../../ui/words.tsx';
import type { Section } from './layout.ts';
import type { WallData } from './wall-data.ts';

/** What the person chose to see. `state`: only those; `needed`: only those that need a call. */
export interface WallView {
  readonly query: string;
  readonly state: WallState | 'needed' | null;
  readonly sort: WallSort;
  readonly byCluster: boolean;
}

/** The wall at this moment: everything counted, and what is shown under its headings. */
export function useTiles(data: WallData, view: WallView) {
  const words = useWords();
  const now = useNow() + data.offsetMs;
  const tiles = useMemo(() => {
    const { checking, calls, times, meeting } = data;
    const moment = { now, meeting, times, checking, calls };
    return data.rows.map(({ row }, place) => tileOf(row, place, moment));
  }, [data, now]);
  const counts = useMemo(() => countTiles(tiles), [tiles]);
  // All of them, so that a key in the search only leaves some out.
  const order = useMemo(() => sorted(tiles, view.sort), [tiles, view.sort]);
  const shown = useMemo(() => {
    const query = searchWords(view.query);
    return order.filter(
      (tile) => isOf(tile, view.state) && (query.length === 0 || wordsMatch(data.rows[tile.place]?.words ?? [], query)),
    );
  }, [order, data.rows, view.query, view.state]);
  const sections = useMemo(() => sectionsOf(shown, view, words), [shown, view, words]);
  return { counts, total: tiles.length, shown: shown.length, sections };
}

function isOf(tile: Tile, state: WallView['state']): boolean {
  if (state === null) return true;
  return state === 'needed' ? tile.need !== null : tile.state === state;
}

function sectionsOf(shown: readonly Tile[], { byCluster, sort }: WallView, { t }: Words): readonly Section[] {
  if (byCluster)
    return grouped(shown).map(({ name, tiles, needed }) => ({
      key: `cluster ${name ?? ''}`,
      title: name ?? t('wall.noCluster'),
      note: t('wall.groupCount', { count: tiles.length, needed }),
      tiles,
    }));
  if (sort !== 'need') return section('all', t('wall.all'), shown);
  const of: Readonly<Record<CallKind, Tile[]>> = { wanted: [], handled: [], none: [] };
  for (const tile of shown) of[callKindOf(tile)].push(tile);
  return CALL_KINDS.flatMap((kind) => section(kind, t(`wall.kinds.${kind}`), of[kind]));
}

function section(key: string, title: string, tiles: readonly Tile[]): readonly Section[] {
  return tiles.length === 0 ? [] : [{ key, title, note: String(tiles.length), tiles }];
}
