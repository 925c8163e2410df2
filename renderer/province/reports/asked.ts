import type { ReportFormat } from '../../../shared/protocol/reports.ts';
import type { ReportKind } from '../../../shared/reports/model.ts';
import { formatDate } from '../../../shared/strings/format.ts';
import type { Locale } from '../../../shared/strings/translator.ts';
import { isDate } from '../date-text.ts';

/** What the form says. Days as people write them (`31/01/2026`); an empty meeting is every one of the period. */
export interface ReportForm {
  readonly meeting: string;
  readonly from: string;
  readonly to: string;
  readonly cluster: string;
  readonly point: string;
}

const MONTH_MS = 30 * 86_400_000;

/** The last month, or the last meeting where a report is of one. */
export function firstForm(kind: ReportKind, meeting: string | undefined, now: number): ReportForm {
  const of = kind === 'readiness' ? (meeting ?? '') : '';
  return { meeting: of, from: formatDate(now - MONTH_MS), to: formatDate(now), cluster: '', point: '' };
}

export function badDates({ meeting, from, to }: ReportForm): { readonly from: boolean; readonly to: boolean } {
  if (meeting !== '') return { from: false, to: false };
  return { from: !isDate(from), to: !isDate(to) };
}

/** Whether there is enough to ask the hub. */
export function isComplete(kind: ReportKind, form: ReportForm): boolean {
  const { from, to } = badDates(form);
  return kind === 'readiness' ? form.meeting !== '' : !from && !to;
}

/** Where the report is, in a format: also what a link downloads. */
export function reportAddress(
  kind: ReportKind,
  { meeting, from, to, cluster, point }: ReportForm,
  more: { readonly format: ReportFormat; readonly lang: Locale; readonly section?: string },
): string {
  const given = {
    ...(meeting === '' ? { from: isoDay(from), to: isoDay(to) } : { meeting }),
    ...(cluster.trim() !== '' && { cluster: cluster.trim() }),
    ...(point.trim() !== '' && { point: point.trim() }),
    ...more,
  };
  return `/api/reports/${kind}?${new URLSearchParams(given)}`;
}

function isoDay(text: string): string {
  const [day = '', month = '', year = ''] = text.trim().split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
