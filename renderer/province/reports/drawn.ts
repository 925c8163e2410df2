import { cellText, columnTitle } from '../../../shared/reports/cell-text.ts';
import type { ReportChart, ReportModel, ReportSection } from '../../../shared/reports/model.ts';

/** What a chart draws: the texts are those of the table. */
export interface Drawn {
  /** The columns of the series: what a colour stands for. */
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly (number | null)[];
    readonly texts: readonly string[];
  }[];
}

export function drawnOf(
  { label, series, most }: ReportChart,
  section: ReportSection,
  locale: ReportModel['locale'],
): Drawn {
  const columns = series.flatMap((key) => section.columns.find((column) => column.key === key) ?? []);
  const labels = section.columns.find((column) => column.key === label);
  const rows = section.rows.slice(0, most).map((row) => ({
    label: labels ? cellText(labels, row[label], locale) : '',
    values: columns.map(({ key }) => (typeof row[key] === 'number' ? row[key] : null)),
    texts: columns.map((column) => cellText(column, row[column.key], locale)),
  }));
  return { keys: columns.map(({ key }) => key), names: columns.map(columnTitle), rows };
}
