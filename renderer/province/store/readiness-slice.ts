import type { AppError } from '../../../shared/errors.ts';
import type { LiveUpdate } from '../../../shared/protocol/console.ts';
import type { LiveState, Report } from '../api.ts';
import { withRow } from '../rows.ts';
import type { MeetingsSlice } from './meetings-slice.ts';
import type { RollCallSlice } from './roll-call-slice.ts';
import type { SessionSlice } from './session-slice.ts';
import type { SliceOf } from './slice.ts';

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

export const readinessSlice: SliceOf<ReadinessSlice, SessionSlice & MeetingsSlice & RollCallSlice> =
  (api) => (set, get) => {
    let shown: string | null = null;

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

    function onUpdate({ meetingId, row }: LiveUpdate): void {
      const { report } = get();
      if (shown === null) void get().loadMeetings();
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
          onAttendance: (changed) => get().noteAttendance(changed),
          onState(liveState) {
            set({ liveState });
            if (liveState !== 'on') return;
            void load();
            get().reloadRollCall();
          },
        }),
    };
  };
