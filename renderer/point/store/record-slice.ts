import type { AppError } from '../../../shared/errors.ts';
import type { PointState } from '../../../shared/point-state.ts';
import type { SliceOf } from './slice.ts';

/** What the main process holds: enrolment, feed, records and how far they are sent. Never guessed at here. */
export interface RecordSlice {
  readonly point: PointState | null;
  readonly enrolling: boolean;
  readonly enrolError: AppError | null;
  /** This window enrolled the machine: its devices are chosen next. */
  readonly justEnrolled: boolean;
  readonly endFirstStart: () => void;
  readonly syncing: boolean;
  readonly setPoint: (point: PointState) => void;
  readonly enrol: (code: string) => Promise<void>;
  readonly sync: () => Promise<void>;
}

export const recordSlice: SliceOf<RecordSlice> =
  ({ client }) =>
  (set, get) => ({
    point: null,
    enrolling: false,
    enrolError: null,
    justEnrolled: false,
    endFirstStart: () => set({ justEnrolled: false }),
    syncing: false,
    setPoint: (point) => set({ point }),
    async enrol(code) {
      if (get().enrolling) return;
      set({ enrolling: true, enrolError: null });
      const answer = await client.request('point:enrol', { code: code.trim() });
      set(
        answer.ok
          ? { enrolling: false, justEnrolled: true, point: answer.value }
          : { enrolling: false, enrolError: answer.error },
      );
    },
    async sync() {
      if (get().syncing) return;
      set({ syncing: true });
      const answer = await client.request('point:sync', {});
      // A failed sync shows in `sync.error` of the state, which main tells by itself.
      set(answer.ok ? { syncing: false, point: answer.value } : { syncing: false });
    },
  });
