import { CHECK_IDS } from '../../checks/check-id.ts';
import { checkName } from '../../strings/check-text.ts';
import type { Translator } from '../../strings/translator.ts';
import { LINE_FIGURE_NAMES, LINE_FIGURES, quantile } from '../line-figures.ts';
import type { ReportSection } from '../model.ts';
import { inNameOrder } from '../name-order.ts';
import { columnsIn, pointColumns } from '../point-columns.ts';
import { type ColumnOf, sectionOf } from '../section.ts';
import { lineMeasured, type MeasuredPoint, sumOf } from './measured.ts';

/** Each point over the period, the worst first. Nobody is worse for not having been measured. */
export function devicePoints(translator: Translator, points: readonly MeasuredPoint[]): ReportSection {
  const { t } = translator;
  const column = columnsIn(translator);
  const sum = { summed: true };
  const faults = CHECK_IDS.map(
    (id): ColumnOf<MeasuredPoint> => ({
      key: `${id}-fail`,
      title: `${checkName(translator, id)}: ${t('reports.columns.fail').toLocaleLowerCase(translator.locale)}`,
      type: 'number',
      summed: true,
      cell: ({ checks }) => checks[id].fail,
    }),
  );
  return sectionOf<MeasuredPoint>(
    {
      id: 'points',
      title: t('reports.sections.devices.points'),
      note: t('reports.notes.devicesPoints'),
      charts: [
        { kind: 'bars', title: t('reports.charts.worst'), label: 'point', series: ['fails', 'warns'], most: 15 },
      ],
    },
    [
      ...pointColumns(translator, points),
      column('fails', 'number', (one) => sumOf(one, 'fail'), sum),
      column('warns', 'number', (one) => sumOf(one, 'warn'), sum),
      ...faults,
      column('measured', 'number', lineMeasured, sum),
      column('unmeasured', 'number', ({ checks }) => checks.link.unmeasured, sum),
      column('notRun', 'number', ({ checks }) => checks.link['not-run'], sum),
      column('noData', 'number', ({ checks }) => checks.link['no-data'], sum),
      ...LINE_FIGURE_NAMES.map((name) => {
        const { unit, digits } = LINE_FIGURES[name];
        return column<MeasuredPoint>(name, 'number', ({ line }) => quantile(line[name], 0.5), { unit, digits });
      }),
      column('drifts', 'number', ({ drifts }) => drifts, sum),
    ],
    worstFirst(points),
  );
}

function worstFirst(points: readonly MeasuredPoint[]): readonly MeasuredPoint[] {
  return points
    .map((one) => ({
      one,
      fails: sumOf(one, 'fail'),
      warns: sumOf(one, 'warn'),
      upload: quantile(one.line.upload, 0.5) ?? Number.MAX_VALUE,
    }))
    .sort(
      (a, b) => b.fails - a.fails || b.warns - a.warns || a.upload - b.upload || inNameOrder(a.one.point, b.one.point),
    )
    .map(({ one }) => one);
}
