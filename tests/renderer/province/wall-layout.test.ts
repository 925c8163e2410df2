import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnsIn,
  type Layout,
  layoutOf,
  lineOf,
  linesBetween,
  MOVES,
  moved,
} from '../../../renderer/province/wall/layout.ts';
import type { Tile } from '../../../shared/wall/tile.ts';

function tileAt(index: number): Tile {
  const nothing = { manualNo: 0, manualLeft: 0, leader: null, lastRunAt: null, lastContactAt: null };
  const row = { code: String(index), name: `Xã ${index}`, cluster: null, state: 'ready', marks: 'ppppppp', ...nothing };
  return { row: row as Tile['row'], place: index, state: 'ready', need: null, call: null };
}

const layouts = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
    columns: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ sizes, columns }): Layout => {
    let next = 0;
    const sections = sizes.map((size, at) => ({
      key: String(at),
      title: '',
      note: '',
      tiles: Array.from({ length: size }, () => tileAt(next++)),
    }));
    return layoutOf(sections, columns);
  });

describe('where the tiles of the wall stand', () => {
  it('every tile stands once, in order, below what came before', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const placed = layout.lines.flatMap((line) => (line.kind === 'tiles' ? line.tiles : []));
        expect(placed).toEqual(layout.tiles);
        const tops = layout.lines.map(({ top }) => top);
        expect(tops).toEqual([...tops].sort((a, b) => a - b));
        for (const place of layout.tiles.keys()) {
          const line = layout.lines[lineOf(layout, place)];
          expect(line?.kind === 'tiles' && line.tiles[place - line.first]).toBe(layout.tiles[place]);
        }
      }),
    );
  });

  it('nothing that can be seen is left out', () => {
    fc.assert(
      fc.property(
        layouts,
        fc.integer({ min: -500, max: 5000 }),
        fc.integer({ min: 1, max: 1500 }),
        (layout, from, height) => {
          const [start, end] = linesBetween(layout, from, from + height);
          for (const [index, { top }] of layout.lines.entries())
            if (top < from + height && (layout.lines[index + 1]?.top ?? layout.height) > from)
              expect(index >= start && index < end).toBe(true);
        },
      ),
    );
  });

  it('every key leads to a tile that is there, and back by its opposite within a line', () => {
    fc.assert(
      fc.property(layouts, fc.nat(200), fc.constantFrom(...MOVES), (layout, at, move) => {
        if (layout.tiles.length === 0) return;
        const place = at % layout.tiles.length;
        const next = moved(layout, place, move);
        expect(layout.tiles[next]).toBeDefined();
        if (move === 'ArrowRight' && next !== place) expect(moved(layout, next, 'ArrowLeft')).toBe(place);
        if (move === 'ArrowDown' || move === 'PageDown') expect(next).toBeGreaterThanOrEqual(place);
      }),
    );
  });

  it.each([
    [100, 1],
    [1318, 7],
    [1432, 7],
  ])('%i pixels bear %i columns', (width, columns) => {
    expect(columnsIn(width)).toBe(columns);
  });
});
