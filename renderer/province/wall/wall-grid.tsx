import { type KeyboardEvent, useDeferredValue, useMemo, useRef } from 'react';
import { useWords } from '../../ui/words.tsx';
import { type Layout, type Line, layoutOf, lineOf, MOVES, type Move, moved, type Section } from './layout.ts';
import { TileCell } from './tile-cell.tsx';
import { pointOf, tileOf, useActive } from './use-active.ts';
import { useColumns, useVisible } from './use-visible.ts';
import classes from './wall.module.css';

/**
 * Every point as a tile, under headings. Only what is on screen is in the page, however many there are; the arrow keys walk over
 * all of them, and one stop of the Tab key leads in and out. `view`: another one each time the person asked for something else.
 * `opened`: the point that is open beside it.
 */
export function WallGrid(props: {
  readonly sections: readonly Section[];
  readonly view: object;
  readonly opened: string | null;
  readonly onOpen: (code: string) => void;
}) {
  const { sections, view, opened, onOpen } = props;
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const pressed = useRef<string | null>(null);
  const columns = useColumns(box);
  const layout = useMemo(() => layoutOf(sections, columns), [sections, columns]);
  // What was asked for is shown first; what one would have to scroll to follows.
  const isShown = useDeferredValue<object | null>(view, null) === view;
  const [start, end] = useVisible(box, layout, isShown);
  const [place, setActive, noteFocus] = useActive(box, layout, opened);
  const lines = withLine(layout, start, end, lineOf(layout, place));

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES.find((one) => one === event.key);
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    walk(move);
  };

  function walk(move: Move): void {
    const next = layout.tiles[moved(layout, place, move)];
    if (next === undefined) return;
    setActive(next.row.code);
    wanted.current = next.row.code;
    // After the render that brings it into the page; a key pressed meanwhile leads on from it.
    requestAnimationFrame(() => {
      if (wanted.current !== next.row.code) return;
      const tile = tileOf(box.current, next.row.code);
      tile?.focus({ preventScroll: true });
      tile?.scrollIntoView({ block: 'nearest' });
    });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: lines are placed by hand, a table's are not
    <div
      ref={box}
      role="grid"
      aria-label={t('wall.caption')}
      aria-rowcount={layout.lines.length}
      aria-colcount={columns}
      className={classes.grid}
      style={{ height: layout.height }}
      onKeyDown={onKeyDown}
      onPointerDown={({ target }) => {
        pressed.current = pointOf(target);
      }}
      onFocus={(event) => noteFocus(event.target)}
      onBlur={() => noteFocus(null)}
    >
      {lines.map(({ line, index }) => (
        <GridLine
          key={line.kind === 'head' ? line.section.key : line.first}
          line={line}
          index={index}
          columns={columns}
          active={place}
          onOpen={(code, byPointer) => {
            // Another point came to stand there while the button was held down.
            const from = pressed.current;
            pressed.current = null;
            // Who reads the screen aloud clicks without pressing anything.
            if (byPointer && from !== null && from !== code) return;
            setActive(code);
            onOpen(code);
          }}
        />
      ))}
    </div>
  );
}

interface Numbered {
  readonly line: Line;
  readonly index: number;
}

/** The lines on screen, and the one that holds the focus: what is taken out of the page loses it. */
function withLine({ lines }: Layout, start: number, end: number, focused: number): readonly Numbered[] {
  const seen = lines.slice(start, end).map((line, offset) => ({ line, index: start + offset }));
  const line = lines[focused];
  if (line === undefined || (focused >= start && focused < end)) return seen;
  return focused < start ? [{ line, index: focused }, ...seen] : [...seen, { line, index: focused }];
}

function GridLine(
  props: Numbered & {
    readonly columns: number;
    readonly active: number;
    readonly onOpen: (code: string, byPointer: boolean) => void;
  },
) {
  const { line, index, columns, active, onOpen } = props;
  const style = { transform: `translateY(${line.top}px)` };
  if (line.kind === 'head')
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
      // biome-ignore lint/a11y/useSemanticElements: lines are placed by hand, a table's are not
      <div role="row" aria-rowindex={index + 1} className={classes.head} style={style}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: a heading is read, not used */}
        <div role="rowheader" aria-colspan={columns}>
          <strong>{line.section.title}</strong> {line.section.note}
        </div>
      </div>
    );
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
    // biome-ignore lint/a11y/useSemanticElements: lines are placed by hand, a table's are not
    <div
      role="row"
      aria-rowindex={index + 1}
      className={classes.line}
      style={{ ...style, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {line.tiles.map((tile, column) => (
        <TileCell
          // A place and not a point's: writing a tile over costs half of making another one.
          // biome-ignore lint/suspicious/noArrayIndexKey: what stands in a place is all it shows
          key={column}
          tile={tile}
          column={column + 1}
          focusable={line.first + column === active}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
}
