import type { AppError } from '../../../shared/errors.ts';
import type { LiveUpdate } from '../../../shared/protocol/console.ts';
import type { LiveState, Report } from '../api.ts';
import { withRow } from '../rows.ts';
import type { MeetingsSlice } from './meetings-slice.ts';
import type { RollCallSlice } from './roll-call-slice.ts';
import type { SessionSlice } from './session-slice.ts';
import type { SliceOf } from './slice.ts';
import type { WallSlice } from './wall-slice.ts';

export interface ReadinessSlice {
  readonly report: Report | null;
  readonly reportError: AppError | null;
  readonly liveState: LiveState;
  /** When anything shown last came from the hub, epoch milliseconds. */
  readonly freshAt: number | null;
  /** The meeting on screen; null on the list. Loads what it shows. */
  readonly show: (meetingId: string | null) => Promise<void>;
  /** Follows the live updates until stopped; every (re)connection loads again what may have been missed. */
  readonly follow: () => () => void;
}

const GATHER_MS = 500;

export const readinessSlice: SliceOf<ReadinessSlice, SessionSlice & MeetingsSlice & RollCallSlice & WallSlice> =
  (api) => (set, get) => {
    let shown: string | null = null;
    let waiting = false;

    async function load(): Promise<void> {
      const meetingId = shown;
      if (meetingId === null) return get().loadMeetings();
      const answer = await api.readiness(meetingId);
      // The person may have gone elsewhere meanwhile.
      if (meetingId !== shown) return;
      if (answer.ok) return set({ report: answer.value, reportError: null, freshAt: Date.now() });
      set({ reportError: answer.error });
      get().noteFailure(answer.error);
    }

    /** So many changes at once are one reading of the list. */
    function reloadListSoon(): void {
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        if (shown === null && get().wall === null) void get().loadMeetings();
      }, GATHER_MS);
    }

    function onUpdate(update: LiveUpdate): void {
      const { meetingId, row } = update;
      const { report } = get();
      get().noteRow(update);
      if (shown === null) reloadListSoon();
      else if (report && meetingId === report.meeting.id)
        set({ report: { ...report, rows: [...withRow(report.rows, row)] }, freshAt: Date.now() });
    }

    return {
      report: null,
      reportError: null,
      liveState: 'connecting',
      freshAt: null,
      async show(meetingId) {
        if (meetingId !== get().report?.meeting.id) set({ report: null, reportError: null });
        shown = meetingId;
        await load();
      },
      follow: () =>
        api.live({
          onReadiness: onUpdate,
          onHelp: (changed) => get().noteHelp(changed),
          onChecking: (checking) => get().noteChecking(checking),
          onAttendance: (changed) => get().noteAttendance(changed),
          onState(liveState) {
            set({ liveState });
            if (liveState !== 'on') return;
            void load();
            get().reloadRollCall();
            void get().reloadWall();
          },
        }),
    };
  };
