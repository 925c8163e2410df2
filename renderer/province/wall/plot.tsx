import type { CheckId } from '../../../shared/checks/check-id.ts';
import type { Verdict } from '../../../shared/checks/verdict.ts';
import type { PastRun } from '../../../shared/protocol/wall.ts';
import { formatNumber } from '../../../shared/strings/format.ts';
import { figureOf } from '../../../shared/wall/figure-of.ts';
import { VERDICT_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './point.module.css';

const WIDTH = 100;
const HEIGHT = 40;
const EDGE = 5;

export interface Sample {
  readonly at: number;
  readonly value: number;
  readonly verdict: Verdict;
}

/** The figure of a check over the runs, the oldest first. */
export function samplesOf(id: CheckId, runs: readonly PastRun[]): readonly Sample[] {
  return runs
    .flatMap(({ at, results }) => {
      const result = results.find((one) => one.id === id);
      const value = result ? figureOf(id, result.measurement) : null;
      return result && value !== null ? [{ at, value, verdict: result.verdict }] : [];
    })
    .reverse();
}

/** How the figure went from run to run: a line from 0 (or below), each run a dot in the shape of its verdict. */
export function Plot({ id, samples }: { readonly id: CheckId; readonly samples: readonly Sample[] }) {
  const { t, locale } = useWords();
  const last = samples.at(-1);
  const first = samples[0];
  // An empty place keeps what stands beside it in its column.
  if (!first || !last) return <span className={classes.plot} />;
  const points = placed(samples);
  const number = (value: number) => formatNumber(locale, value);
  const unit = t(`wall.figures.${id}.unit`);
  const label = t('wall.point.plot', {
    name: t(`wall.figures.${id}.name`),
    count: samples.length,
    first: number(first.value),
    last: number(last.value),
    unit,
  });
  return (
    <span className={classes.plot}>
      {/* One run alone shows no course. */}
      {points.length > 1 && (
        <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
          <polyline
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke="var(--edge)"
            strokeWidth="1.5"
          />
          {points.map(({ x, y, sample }) => (
            <Dot key={`${sample.at} ${x}`} x={x} y={y} verdict={sample.verdict} />
          ))}
        </svg>
      )}
      <span className={classes.plotValue}>
        <strong>{number(last.value)}</strong> {unit}
      </span>
    </span>
  );
}

/** A pass is a dot, anything else a square: colour is not the only sign. */
function Dot({ x, y, verdict }: { readonly x: number; readonly y: number; readonly verdict: Verdict }) {
  const fill = `var(--${VERDICT_LOOK[verdict].tone})`;
  return verdict === 'pass' ? (
    <circle cx={x} cy={y} r="3" fill={fill} />
  ) : (
    <rect x={x - 3.5} y={y - 3.5} width="7" height="7" fill={fill} />
  );
}

function placed(samples: readonly Sample[]) {
  const values = samples.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(low + 1e-9, 0, ...values);
  return samples.map((sample, index) => ({
    sample,
    x: EDGE + (index / Math.max(1, samples.length - 1)) * (WIDTH - 2 * EDGE),
    y: HEIGHT - EDGE - ((sample.value - low) / (high - low)) * (HEIGHT - 2 * EDGE),
  }));
}
