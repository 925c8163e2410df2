import { memo } from 'react';
import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import type { Verdict } from '../../../shared/checks/verdict.ts';
import { checkName } from '../../../shared/strings/check-text.ts';
import { formatTime } from '../../../shared/strings/format.ts';
import type { Tile } from '../../../shared/wall/tile.ts';
import { marksOf } from '../../../shared/wall/wall-row.ts';
import { Icon } from '../../ui/icons.tsx';
import { WALL_LOOK } from '../../ui/tone.ts';
import { useWords, type Words } from '../../ui/words.tsx';
import classes from './wall.module.css';

interface TileCellProps {
  readonly tile: Tile;
  readonly column: number;
  readonly focusable: boolean;
  readonly onOpen: (code: string, byPointer: boolean) => void;
}

/** One point: its state in colour, icon and words, what is wrong as icons, and who is calling it. */
export const TileCell = memo(
  function TileCell({ tile, column, focusable, onOpen }: TileCellProps) {
    const words = useWords();
    const { row, state, need, call } = tile;
    const { tone, icon } = WALL_LOOK[state];
    const bad = badChecks(tile);
    return (
      // biome-ignore lint/a11y/useSemanticElements: lines are placed by hand, a table's are not
      // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
      <div role="gridcell" aria-colindex={column} className={classes.cell}>
        <button
          type="button"
          className={classes.tile}
          data-tone={tone}
          data-point={row.code}
          data-state={state}
          data-need={need !== null && call === null ? '' : undefined}
          // Said and not written: hidden words would be laid out like those that are seen.
          aria-description={moreWords(tile, words)}
          tabIndex={focusable ? 0 : -1}
          onClick={({ detail }) => onOpen(row.code, detail > 0)}
        >
          <Icon name={icon} size={22} />
          <span className={classes.tileText}>
            <span className={classes.name} title={row.name}>
              {row.name}
            </span>
            <span className={classes.tileState}>
              {call === null ? (
                <>
                  {words.t(`wall.states.${state}`)}
                  {bad.map(({ id }) => (
                    <Icon key={id} name={id} size={14} />
                  ))}
                </>
              ) : (
                <>
                  <Icon name="phone" size={14} />{' '}
                  {words.t('wall.callShort', { who: call.by, time: formatTime(call.since) })}
                </>
              )}
            </span>
          </span>
        </button>
      </div>
    );
  },
  // A tile is made anew with every change of the wall; what it shows mostly is not.
  (before, after) =>
    before.column === after.column &&
    before.focusable === after.focusable &&
    before.tile.row === after.tile.row &&
    before.tile.state === after.tile.state &&
    before.tile.need === after.tile.need &&
    before.tile.call === after.tile.call,
);

/** Checks that failed or could not be measured. */
function badChecks({ row, state }: Tile): readonly { readonly id: CheckId; readonly verdict: Verdict }[] {
  if (state === 'no-data' || state === 'not-started') return [];
  const verdicts = marksOf(row);
  return CHECK_IDS.flatMap((id, index) => {
    const verdict = verdicts[index] ?? 'not-run';
    return verdict === 'fail' || verdict === 'unmeasured' ? [{ id, verdict }] : [];
  }).slice(0, 3);
}

/** What a screen reader is told beside what can be read. */
function moreWords(tile: Tile, words: Words): string {
  const { row, state, need, call } = tile;
  const { t } = words;
  const bad = badChecks(tile).map(({ id, verdict }) => markWords(words, id, verdict));
  const parts = [row.code, ...bad];
  if (call !== null)
    parts.push(t(`wall.states.${state}`), t(`wall.${call.state}`, { who: call.by, time: formatTime(call.since) }));
  else if (need !== null) parts.push(t('wall.needed'));
  return parts.join(', ');
}

/** The same few for thousands of tiles, in each language. */
const marks = new WeakMap<Words, Map<string, string>>();

function markWords(words: Words, id: CheckId, verdict: Verdict): string {
  const known = marks.get(words) ?? new Map<string, string>();
  marks.set(words, known);
  const key = `${id} ${verdict}`;
  const { t } = words;
  const text =
    known.get(key) ?? t('wall.mark', { name: checkName(words, id), verdict: t(`verdicts.check.${verdict}`) });
  known.set(key, text);
  return text;
}
