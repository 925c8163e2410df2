import type { Readable } from 'node:stream';
import type { AppError } from '../../../../shared/errors.ts';
import type { ReportFormat } from '../../../../shared/protocol/reports.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Locale } from '../../../../shared/strings/translator.ts';
import type { AskedReport } from '../make-report.ts';

/** A report in one format and language. Plain data: it goes to another thread. */
export interface PrintOrder {
  readonly asked: AskedReport;
  readonly now: number;
  readonly lang: Locale;
  readonly format: ReportFormat;
  /** Of a CSV; the main one when absent. */
  readonly section: string | undefined;
}

/** Where reports are made. */
export interface Press {
  /**
   * The report's bytes, made as they are read; whoever destroys the stream ends the making.
   * Errors: `meeting-unknown`, `input-invalid` (no such section), `hub-busy` (too many wait), `cancelled` (by the signal).
   */
  readonly print: (order: PrintOrder, signal: AbortSignal) => Promise<Result<Readable, AppError>>;
  readonly close: () => Promise<void>;
}
