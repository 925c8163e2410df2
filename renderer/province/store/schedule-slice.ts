import type { AppError } from '../../../shared/errors.ts';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import type { PointList } from '../../../shared/protocol/console.ts';
import type {
  AskedMeeting,
  InvitationChange,
  InvitationImport,
  MeetingCancellation,
  MeetingChangeRequest,
  MeetingDetail,
  PolicyVersions,
} from '../../../shared/protocol/meetings.ts';
import type { Result } from '../../../shared/result.ts';
import type { SessionSlice } from './session-slice.ts';
import type { SliceOf } from './slice.ts';

export interface ScheduleSlice {
  readonly points: PointList | null;
  readonly detail: MeetingDetail | null;
  readonly policyVersions: PolicyVersions['versions'];
  readonly loadPolicyVersions: () => Promise<void>;
  readonly changeInvitations: (id: string, asked: InvitationChange) => Promise<Result<unknown>>;
  readonly scheduleError: AppError | null;
  readonly loadPoints: () => Promise<void>;
  readonly loadDetail: (id: string) => Promise<void>;
  readonly schedule: (asked: AskedMeeting) => Promise<Result<Meeting>>;
  readonly changeMeeting: (id: string, asked: MeetingChangeRequest) => Promise<Result<unknown>>;
  readonly cancelMeeting: (id: string, asked: MeetingCancellation) => Promise<Result<unknown>>;
  readonly importInvitations: (id: string, file: File, reason: string) => Promise<Result<InvitationImport>>;
}

export const scheduleSlice: SliceOf<ScheduleSlice, SessionSlice> = (api) => (set, get) => {
  /** Tells the answer to who asked, and reads the meeting again when it changed. */
  async function changing<T>(id: string, asked: Promise<Result<T>>): Promise<Result<T>> {
    const answer = await asked;
    if (answer.ok) await get().loadDetail(id);
    else get().noteFailure(answer.error);
    return answer;
  }

  return {
    points: null,
    detail: null,
    policyVersions: [],
    async loadPolicyVersions() {
      const answer = await api.policyVersions();
      if (answer.ok) set({ policyVersions: answer.value.versions });
      else get().noteFailure(answer.error);
    },
    changeInvitations: (id, asked) => changing(id, api.changeInvitations(id, asked)),
    scheduleError: null,
    async loadPoints() {
      const answer = await api.points();
      if (answer.ok) return set({ points: answer.value, scheduleError: null });
      set({ scheduleError: answer.error });
      get().noteFailure(answer.error);
    },
    async loadDetail(id) {
      if (get().detail?.meeting.id !== id) set({ detail: null });
      const answer = await api.meetingDetail(id);
      if (answer.ok) return set({ detail: answer.value, scheduleError: null });
      set({ scheduleError: answer.error });
      get().noteFailure(answer.error);
    },
    async schedule(asked) {
      const answer = await api.schedule(asked);
      if (!answer.ok) get().noteFailure(answer.error);
      return answer;
    },
    changeMeeting: (id, asked) => changing(id, api.changeMeeting(id, asked)),
    cancelMeeting: (id, asked) => changing(id, api.cancelMeeting(id, asked)),
    importInvitations: (id, file, reason) =>
      changing(id, api.importInvitations(id, file, { reason, locale: get().locale })),
  };
};
