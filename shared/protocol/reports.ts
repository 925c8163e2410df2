import { z } from 'zod';
import { meetingId, pointCode } from '../meeting/meeting.ts';
import { reportModel } from '../reports/model.ts';
import { readinessReport } from './console.ts';

export const REPORT_FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;
export const reportFormat = z.enum(REPORT_FORMATS);
export type ReportFormat = z.infer<typeof reportFormat>;

const common = {
  /** Only points of this cluster. */
  cluster: z.string().trim().min(1).max(120).optional(),
  /** Only this point. */
  point: pointCode.optional(),
  format: reportFormat.default('json'),
  lang: z.enum(['vi', 'en']).default('vi'),
  /** Of a CSV, which holds one table: the id of a section; the report's main one by default. */
  section: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;
/** The longest period of one report. */
export const LONGEST_PERIOD_DAYS = 400;
/** The period of a report that names none: up to today. */
const USUAL_DAYS = 30;

/** A day as the province counts it, `2026-01-31`; answers its first moment in epoch milliseconds. */
const day = z
  .string()
  .regex(DATE)
  .transform((text) => Date.parse(`${text}T00:00:00+07:00`))
  .pipe(z.number().int());

/** `GET /api/reports/readiness` */
export const readinessReportQuery = z.object({ meeting: meetingId, ...common });
export type ReadinessReportQuery = z.infer<typeof readinessReportQuery>;

/** `GET /api/reports/discipline` and `…/devices`: of one meeting, or of those that began from `from` to the end of `to`. */
export const periodReportQuery = z
  .object({ meeting: meetingId.optional(), from: day.optional(), to: day.optional(), ...common })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'] })
  .refine(({ from, to }) => (to ?? 0) - (from ?? to ?? 0) <= LONGEST_PERIOD_DAYS * DAY, { path: ['from'] });
export type PeriodReportQuery = z.infer<typeof periodReportQuery>;

/** From the first moment of the period to its last. */
export function periodOf(
  { from, to }: Pick<PeriodReportQuery, 'from' | 'to'>,
  now: number,
): { readonly from: number; readonly to: number } {
  const last = to === undefined ? now : to + DAY - 1;
  return { from: from ?? last - USUAL_DAYS * DAY, to: last };
}

/** The rows as they ever were, and the report as every format of it is made from. */
export const readinessReportAnswer = readinessReport.extend({ report: reportModel });
export const periodReportAnswer = z.object({ report: reportModel });
