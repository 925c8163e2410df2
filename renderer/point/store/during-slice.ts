import type { AppError } from '../../../shared/errors.ts';
import type { RecordableFact } from '../../../shared/events/recordable-fact.ts';
import type { Result } from '../../../shared/result.ts';
import type { SliceOf } from './slice.ts';

/** Which of the meeting's dialogs is open. */
export type DuringDialog = 'left-early' | 'ended' | 'incident' | 'explanation' | 'course' | 'duty' | 'roster';

/** What is written down during a meeting. What is on record comes back with the state of main, never from here. */
export interface DuringSlice {
  readonly duringDialog: DuringDialog | null;
  readonly recordBusy: boolean;
  readonly recordError: AppError | null;
  readonly openDuring: (dialog: DuringDialog) => void;
  readonly closeDuring: () => void;
  /** True once it is on disk. */
  readonly recordFact: (fact: RecordableFact) => Promise<boolean>;
  /** True once the person's file is written, false when they changed their mind. */
  readonly saveMinutes: (meetingId: string) => Promise<Result<boolean>>;
  readonly newIncidentId: () => string;
}

export const duringSlice: SliceOf<DuringSlice> =
  ({ client, newId }) =>
  (set, get) => ({
    duringDialog: null,
    recordBusy: false,
    recordError: null,
    openDuring: (duringDialog) => set({ duringDialog, recordError: null }),
    closeDuring: () => set({ duringDialog: null, recordError: null }),
    async recordFact(fact) {
      // A second press while the first is on its way to the disk would be a second entry.
      if (get().recordBusy) return false;
      set({ recordBusy: true, recordError: null });
      const saved = await client.request('meeting:record', fact);
      set({ recordBusy: false, recordError: saved.ok ? null : saved.error });
      return saved.ok;
    },
    saveMinutes: (meetingId) => client.request('minutes:save', { meetingId }),
    newIncidentId: newId,
  });
