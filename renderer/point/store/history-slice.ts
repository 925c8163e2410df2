import type { AppError } from '../../../shared/errors.ts';
import type { PastCheck } from '../../../shared/history/past-check.ts';
import type { SliceOf } from './slice.ts';

/** What was measured here before, and the file for whoever helps. */
export interface HistorySlice {
  /** The newest last; null until it was read. */
  readonly pastChecks: readonly PastCheck[] | null;
  readonly historyError: AppError | null;
  /** Where the file for support was written, once it was. */
  readonly exportedTo: string | null;
  readonly loadHistory: () => Promise<void>;
  readonly exportForSupport: (withPeople: boolean) => Promise<void>;
}

export const historySlice: SliceOf<HistorySlice> =
  ({ client }) =>
  (set) => ({
    pastChecks: null,
    historyError: null,
    exportedTo: null,
    async loadHistory() {
      set({ historyError: null, exportedTo: null });
      const answer = await client.request('history:checks', {});
      set(answer.ok ? { pastChecks: answer.value } : { historyError: answer.error });
    },
    async exportForSupport(withPeople) {
      set({ historyError: null, exportedTo: null });
      const answer = await client.request('support:export', { withPeople });
      set(answer.ok ? { exportedTo: answer.value?.path ?? null } : { historyError: answer.error });
    },
  });
