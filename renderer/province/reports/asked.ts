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

/**
 * What the screen's address asks for, by the names and in the form the hub's own address of the report has; for what it does
 * not say the last month, or the last meeting where a report is of one.
 */
export function firstForm(
  kind: ReportKind,
  query: URLSearchParams,
  meeting: string | undefined,
  now: number,
): ReportForm {
  return {
    meeting: query.get('meeting') ?? (kind === 'readiness' ? (meeting ?? '') : ''),
    from: writtenDay(query.get('from')) ?? formatDate(now - MONTH_MS),
    to: writtenDay(query.get('to')) ?? formatDate(now),
    cluster: query.get('cluster') ?? '',
    point: query.get('point') ?? '',
  };
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

/** What a complete form asks for, as it stands in an address: of the screen and of the hub. */
export function askedQuery({ meeting, from, to, cluster, point }: ReportForm): URLSearchParams {
  return new URLSearchParams({
    ...(meeting === '' ? { from: isoDay(from), to: isoDay(to) } : { meeting }),
    ...(cluster.trim() !== '' && { cluster: cluster.trim() }),
    ...(point.trim() !== '' && { point: point.trim() }),
  });
}

/** Where the report is, in a format: also what a link downloads. */
export function reportAddress(
  kind: ReportKind,
  form: ReportForm,
  more: { readonly format: ReportFormat; readonly lang: Locale; readonly section?: string },
): string {
  return `/api/reports/${kind}?${new URLSearchParams([...askedQuery(form), ...Object.entries(more)])}`;
}

function isoDay(text: string): string {
  const [day = '', month = '', year = ''] = text.trim().split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `2026-01-31` as people write it; null for what is no day. */
function writtenDay(iso: string | null): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '') ?? [];
  const text = `${day}/${month}/${year}`;
  return isDate(text) ? text : null;
}
