import type { AppError } from '../../../shared/errors.ts';
import type { ReportModel } from '../../../shared/reports/model.ts';
import type { SessionSlice } from './session-slice.ts';
import type { SliceOf } from './slice.ts';

export interface ReportsSlice {
  readonly shownReport: ReportModel | null;
  readonly shownReportError: AppError | null;
  readonly loadingReport: boolean;
  /** `address`: of the report as JSON; null takes away what is shown. What was asked for last is what is shown. */
  readonly loadReport: (address: string | null) => Promise<void>;
}

export const reportsSlice: SliceOf<ReportsSlice, SessionSlice> = (api) => (set, get) => {
  let asked: string | null = null;
  return {
    shownReport: null,
    shownReportError: null,
    loadingReport: false,
    async loadReport(address) {
      asked = address;
      set({ shownReport: null, shownReportError: null, loadingReport: address !== null });
      if (address === null) return;
      const answer = await api.report(address);
      if (asked !== address) return;
      if (answer.ok) return set({ shownReport: answer.value.report, loadingReport: false });
      set({ shownReportError: answer.error, loadingReport: false });
      get().noteFailure(answer.error);
    },
  };
};
