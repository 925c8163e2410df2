import type { AppError } from '../../../shared/errors.ts';
import type {
  AttendanceChanged,
  AttendanceDetail,
  AttendanceReport,
  RulingRequest,
} from '../../../shared/protocol/attendance.ts';
import type { Result } from '../../../shared/result.ts';
import { turnsByItself } from '../roll-call/turning.ts';
import type { SessionSlice } from './session-slice.ts';
import type { SliceOf } from './slice.ts';

export interface RollCallSlice {
  readonly rollCall: AttendanceReport | null;
  readonly rollCallError: AppError | null;
  /** One point with everything that was recorded; null while none is open or it is not here yet. */
  readonly pointDetail: AttendanceDetail | null;
  readonly pointDetailError: AppError | null;
  /** The meeting whose roll call is on screen; null when it is not. */
  readonly showRollCall: (meetingId: string | null) => Promise<void>;
  readonly openPoint: (point: string | null) => Promise<void>;
  readonly rule: (asked: RulingRequest) => Promise<Result<unknown>>;
  readonly noteAttendance: (changed: AttendanceChanged) => void;
  /** What was missed while the line to the hub was down. */
  readonly reloadRollCall: () => void;
}

/** So many changes at once are read in one go. Milliseconds. */
const GATHER_MS = 300;
/** Read again so often while the hour alone may change what is shown. Milliseconds. */
const RENEW_MS = 15_000;

export const rollCallSlice: SliceOf<RollCallSlice, SessionSlice> = (api) => (set, get) => {
  let shown: string | null = null;
  let open: string | null = null;
  let gathering = false;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  const inListOrder = askedInOrder();
  const inPointOrder = askedInOrder();

  async function load(): Promise<void> {
    const meetingId = shown;
    clearTimeout(renewal);
    if (meetingId === null) return;
    const isNews = inListOrder();
    const answer = await api.rollCall(meetingId);
    if (meetingId !== shown || !isNews()) return;
    clearTimeout(renewal);
    if (!answer.ok || turnsByItself(answer.value)) renewal = setTimeout(reload, RENEW_MS);
    if (answer.ok) return set({ rollCall: answer.value, rollCallError: null });
    set({ rollCallError: answer.error });
    get().noteFailure(answer.error);
  }

  async function loadPoint(): Promise<void> {
    const [meetingId, point] = [shown, open];
    if (meetingId === null || point === null) return;
    const isNews = inPointOrder();
    const answer = await api.rollCallOf(meetingId, point);
    if (meetingId !== shown || point !== open || !isNews()) return;
    if (answer.ok) return set({ pointDetail: answer.value, pointDetailError: null });
    set({ pointDetailError: answer.error });
    get().noteFailure(answer.error);
  }

  function reload(): void {
    void Promise.all([load(), loadPoint()]);
  }

  /** Counted from the first change: were it from the last, a hundred points signing in would show none. */
  function reloadSoon(): void {
    if (gathering) return;
    gathering = true;
    setTimeout(() => {
      gathering = false;
      reload();
    }, GATHER_MS);
  }

  return {
    rollCall: null,
    rollCallError: null,
    pointDetail: null,
    pointDetailError: null,
    async showRollCall(meetingId) {
      if (meetingId !== shown) set({ rollCall: null, rollCallError: null, pointDetail: null, pointDetailError: null });
      shown = meetingId;
      if (meetingId === null) open = null;
      await load();
    },
    async openPoint(point) {
      if (point !== open) set({ pointDetail: null, pointDetailError: null });
      open = point;
      await loadPoint();
    },
    async rule(asked) {
      if (shown === null) throw new Error('a ruling without a meeting');
      const ruled = await api.rule(shown, asked);
      if (ruled.ok) await Promise.all([load(), loadPoint()]);
      else get().noteFailure(ruled.error);
      return ruled;
    },
    noteAttendance({ meetingId }) {
      if (meetingId === shown) reloadSoon();
    },
    reloadRollCall: reloadSoon,
  };
};

/** Called when a question is asked, its answer when that comes: whether no later question was answered before it. */
function askedInOrder(): () => () => boolean {
  let asked = 0;
  let answered = 0;
  return () => {
    asked += 1;
    const mine = asked;
    return () => {
      if (mine < answered) return false;
      answered = mine;
      return true;
    };
  };
}
