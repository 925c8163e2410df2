import type { ReportChart, ReportModel, ReportSection } from '../../../shared/reports/model.ts';
import { useWords } from '../../ui/words.tsx';
import { type Drawn, drawnOf } from './drawn.ts';
import { LineChart } from './line-chart.tsx';
import classes from './reports.module.css';

interface ChartProps {
  readonly chart: ReportChart;
  readonly section: ReportSection;
  readonly locale: ReportModel['locale'];
}

/** A picture of figures that stand in the table below it. */
export function ReportChartView({ chart, section, locale }: ChartProps) {
  const { t } = useWords();
  const drawn = drawnOf(chart, section, locale);
  // A zero is a figure; only where nothing was measured there is nothing to draw.
  const some = drawn.rows.some(({ values }) => values.some((value) => value !== null));
  return (
    <figure className={classes.chart}>
      <figcaption>{chart.title}</figcaption>
      {!some && <p className={classes.note}>{t('reports.screen.noFigures')}</p>}
      {some && chart.kind === 'bars' && <Bars {...drawn} locale={locale} />}
      {some && chart.kind === 'lines' && (
        <LineChart {...drawn} about={t('reports.screen.chartOf', { title: chart.title })} />
      )}
      {some && drawn.names.length > 1 && (
        <p className={classes.legend}>
          {drawn.names.map((name, index) => (
            <span key={name} data-series={index} data-key={drawn.keys[index]}>
              {name}
            </span>
          ))}
        </p>
      )}
    </figure>
  );
}

/** Each row's values one after another along one bar, said in figures beside it. */
function Bars({ keys, names, rows, locale }: Drawn & Pick<ChartProps, 'locale'>) {
  const shown = rows.map((row, place) => ({ ...row, place }));
  const longest = Math.max(...rows.map(({ values }) => sum(values))) || 1;
  return (
    <ul className={classes.bars}>
      {shown.map(({ label, values, texts, place }) => (
        <li key={place}>
          <span>{label}</span>
          <span className={classes.bar} aria-hidden="true">
            {values.map((value, index) => (
              <span
                key={keys[index]}
                data-series={index}
                data-key={keys[index]}
                style={{ width: `${(100 * (value ?? 0)) / longest}%` }}
              />
            ))}
          </span>
          <span className={classes.figure}>
            {texts
              .map((text, index) => (names.length > 1 ? `${text} ${names[index]?.toLocaleLowerCase(locale)}` : text))
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
