import type { Translator } from '../../strings/translator.ts';
import { LINE_FIGURE_NAMES, LINE_FIGURES, quantile, worstTenth } from '../line-figures.ts';
import type { ReportSection } from '../model.ts';
import { columnsIn } from '../point-columns.ts';
import { sectionOf } from '../section.ts';
import { lineMeasured, type MeasuredMeeting } from './measured.ts';

const WORST = {
  upload: 'uploadLow',
  download: 'downloadLow',
  rtt: 'rttHigh',
  jitter: 'jitterHigh',
  loss: 'lossHigh',
} as const;

/** The line of all points, meeting after meeting. Who was not measured is counted beside it and is part of no median. */
export function trendSection(translator: Translator, meetings: readonly MeasuredMeeting[]): ReportSection {
  const { t } = translator;
  const column = columnsIn(translator);
  const chart = { kind: 'lines', label: 'startsAt', most: 60 } as const;
  return sectionOf<MeasuredMeeting>(
    {
      id: 'trend',
      title: t('reports.sections.devices.trend'),
      note: t('reports.notes.devicesTrend'),
      charts: [
        { ...chart, title: t('reports.charts.rates'), series: ['upload', 'download'] },
        { ...chart, title: t('reports.charts.delays'), series: ['rtt', 'jitter'] },
        { ...chart, title: t('reports.charts.loss'), series: ['loss'] },
      ],
    },
    [
      column('startsAt', 'date-time', ({ meeting }) => meeting.startsAt, { naming: true }),
      column('meeting', 'text', ({ meeting }) => meeting.title, { naming: true }),
      column('measured', 'number', lineMeasured, { summed: true }),
      column('unmeasured', 'number', ({ checks }) => checks.link.unmeasured, { summed: true }),
      column('notRun', 'number', ({ checks }) => checks.link['not-run'], { summed: true }),
      column('noData', 'number', ({ checks }) => checks.link['no-data'], { summed: true }),
      ...LINE_FIGURE_NAMES.flatMap((name) => {
        const { unit, digits } = LINE_FIGURES[name];
        return [
          column<MeasuredMeeting>(name, 'number', ({ line }) => quantile(line[name], 0.5), { unit, digits }),
          column<MeasuredMeeting>(WORST[name], 'number', ({ line }) => worstTenth(name, line[name]), { unit, digits }),
        ];
      }),
    ],
    meetings,
  );
}
