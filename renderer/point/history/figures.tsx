import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import type { Verdict } from '../../../shared/checks/verdict.ts';
import { figuresOf, type PastCheck } from '../../../shared/history/past-check.ts';
import { checkName } from '../../../shared/strings/check-text.ts';
import { formatMoment, formatNumber } from '../../../shared/strings/format.ts';
import { VERDICT_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './history.module.css';

const LAST = 30;
const WIDTH = 230;
const HEIGHT = 64;
const EDGE = 7;

/** The figure of each check over the last runs: is it getting worse? */
export function Figures({ runs }: { readonly runs: readonly PastCheck[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="figures">
      <h3 id="figures">{t('history.figures', { count: Math.min(LAST, runs.length) })}</h3>
      <div className={classes.plots}>
        {CHECK_IDS.map((id) => (
          <Plot key={id} id={id} runs={runs.slice(-LAST)} />
        ))}
      </div>
    </section>
  );
}

function Plot({ id, runs }: { readonly id: CheckId; readonly runs: readonly PastCheck[] }) {
  const words = useWords();
  const { t, locale } = words;
  const figures = figuresOf(runs, id);
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) return null;
  const values = figures.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (index: number) => EDGE + (figures.length < 2 ? 0.5 : index / (figures.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => EDGE + (high === low ? 0.5 : (high - value) / (high - low)) * (HEIGHT - 2 * EDGE);
  const said = (value: number) => `${formatNumber(locale, value, 1)} ${t(`wall.figures.${id}.unit`)}`;
  const label = t('history.plot', {
    ...{ check: checkName(words, id), figure: t(`wall.figures.${id}.name`), count: figures.length },
    ...{ first: said(first.value), last: said(last.value), when: formatMoment(last.at, Date.now()) },
  });
  return (
    <figure className={classes.plot}>
      <figcaption>
        {checkName(words, id)}: {t(`wall.figures.${id}.name`).toLocaleLowerCase(locale)}{' '}
        <strong>{said(last.value)}</strong>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <polyline points={figures.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ')} />
        {figures.map(({ at, value, verdict }, index) => (
          <Mark key={at} x={x(index)} y={y(value)} verdict={verdict} />
        ))}
      </svg>
    </figure>
  );
}

/** A pass is a dot, anything else a square: colour is not the only sign. */
function Mark({ x, y, verdict }: { readonly x: number; readonly y: number; readonly verdict: Verdict }) {
  const fill = `var(--${VERDICT_LOOK[verdict].tone})`;
  if (verdict === 'pass') return <circle cx={x} cy={y} r={4} fill={fill} />;
  return <rect x={x - 5} y={y - 5} width={10} height={10} fill={fill} />;
}
