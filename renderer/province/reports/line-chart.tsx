import { formatNumber } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import type { Drawn } from './drawn.ts';
import classes from './reports.module.css';

/** In units of the picture; it grows with its place. */
const WIDTH = 520;
const HEIGHT = 170;
const LEFT = 44;
const BOTTOM = 22;
const TOP = 10;

/** Values over the rows in their order. Where nothing was measured the line is broken: a gap is not a zero. */
export function LineChart({ rows, about }: Drawn & { readonly about: string }) {
  const { locale } = useWords();
  const values = rows.flatMap((row) => row.values.filter((value) => value !== null));
  const highest = Math.max(...values) || 1;
  const x = (index: number) => LEFT + (rows.length < 2 ? 0.5 : index / (rows.length - 1)) * (WIDTH - LEFT - 10);
  const y = (value: number) => TOP + (1 - value / highest) * (HEIGHT - TOP - BOTTOM);
  const series = rows[0]?.values.map((_, index) => index) ?? [];
  const [first, last] = [rows[0]?.label, rows.at(-1)?.label];
  return (
    <svg className={classes.lines} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={about}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={WIDTH - 10} y1={y(highest * share)} y2={y(highest * share)} />
          <text x={LEFT - 6} y={y(highest * share) + 4} textAnchor="end">
            {formatNumber(locale, highest * share, highest < 2 ? 2 : highest < 10 ? 1 : 0)}
          </text>
        </g>
      ))}
      <text x={LEFT} y={HEIGHT - 4}>
        {first}
      </text>
      {rows.length > 1 && (
        <text x={WIDTH - 10} y={HEIGHT - 4} textAnchor="end">
          {last}
        </text>
      )}
      {series.map((index) => (
        <g key={index} data-series={index}>
          {runsOf(rows.map((row) => row.values[index] ?? null)).map((run) => (
            <polyline key={run[0]?.at} points={run.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
          ))}
          {rows.map((row, at) => {
            const value = row.values[index] ?? null;
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a report never move
            return value === null ? null : <circle key={at} cx={x(at)} cy={y(value)} r={3} />;
          })}
        </g>
      ))}
    </svg>
  );
}

function runsOf(values: readonly (number | null)[]): { readonly at: number; readonly value: number }[][] {
  const runs: { readonly at: number; readonly value: number }[][] = [[]];
  for (const [at, value] of values.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ at, value });
  }
  return runs.filter((run) => run.length > 1);
}
