import { z } from 'zod';

/**
 * What a column holds, and as what its cells are written:
 * `text` a string · `number` in `unit`, rounded to `digits` · `duration` milliseconds, whole seconds · `date-time` epoch
 * milliseconds, whole minutes · `percent` a share from 0 to 1, in tenths of a percent · `state` a key of `states`.
 */
export const COLUMN_TYPES = ['text', 'number', 'duration', 'date-time', 'percent', 'state'] as const;

export const reportColumn = z.object({
  key: z.string(),
  title: z.string(),
  type: z.enum(COLUMN_TYPES),
  unit: z.string().optional(),
  digits: z.number().int().min(0).max(3).optional(),
  /** What each state is called. */
  states: z.record(z.string(), z.string()).optional(),
  /** Says which row it is: stays in sight, and stands again in each part of a table too wide for the paper. */
  naming: z.boolean().optional(),
});
export type ReportColumn = z.infer<typeof reportColumn>;

/** Null: there is nothing to say, which is neither zero nor no. */
export const reportCell = z.union([z.string(), z.number(), z.null()]);
export type ReportCell = z.infer<typeof reportCell>;
const reportRow = z.record(z.string(), reportCell);
export type ReportRow = Readonly<z.infer<typeof reportRow>>;

/** How a section is best seen: columns by key. `bars`: the first rows, longest first as they stand; `lines`: over `label`. */
export const reportChart = z.object({
  kind: z.enum(['bars', 'lines']),
  title: z.string(),
  label: z.string(),
  series: z.array(z.string()).min(1),
  most: z.number().int().positive(),
});
export type ReportChart = z.infer<typeof reportChart>;

/** One table: a sheet of the spreadsheet, a chapter of the paper. */
export const reportSection = z.object({
  id: z.string(),
  title: z.string(),
  /** How it is to be read. */
  note: z.string().optional(),
  columns: z.array(reportColumn),
  rows: z.array(reportRow),
  /** The sums of the columns that can be summed; null where none can. */
  totals: reportRow.nullable(),
  charts: z.array(reportChart).default([]),
});
export type ReportSection = z.infer<typeof reportSection>;

export const REPORT_KINDS = ['readiness', 'discipline', 'devices'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A report made once from the record. Screen, JSON, CSV, XLSX and PDF are renderings of it and compute nothing. */
export const reportModel = z.object({
  kind: z.enum(REPORT_KINDS),
  locale: z.enum(['vi', 'en']),
  title: z.string(),
  /** What it is about: the meeting or the period, and by what it was narrowed. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  generatedAt: z.number(),
  /** The section a table of one sheet alone (CSV) takes. */
  main: z.string(),
  sections: z.array(reportSection),
});
export type ReportModel = z.infer<typeof reportModel>;
