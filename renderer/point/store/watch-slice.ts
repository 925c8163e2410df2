import {
  answer,
  observe,
  type QuietWatch,
  type Trouble,
  type Watched,
} from '../../../shared/attendance/quiet-watch.ts';
import { policyOf } from '../selectors.ts';
import type { RecordSlice } from './record-slice.ts';
import type { SliceOf } from './slice.ts';

/** What the software saw go and come during a meeting, until a person says what it was. */
export interface WatchSlice {
  readonly watch: QuietWatch;
  readonly noteThere: (kind: Watched, isThere: boolean) => void;
  readonly answerTrouble: (trouble: Trouble) => void;
}

export const watchSlice: SliceOf<WatchSlice, RecordSlice> =
  ({ now }) =>
  (set, get) => ({
    watch: [],
    noteThere(kind, isThere) {
      const minMs = policyOf(get().point).attendance.proposeIncidentSeconds * 1000;
      set({ watch: observe(get().watch, kind, isThere, now(), minMs) });
    },
    answerTrouble: (trouble) => set({ watch: answer(get().watch, trouble) }),
  });
