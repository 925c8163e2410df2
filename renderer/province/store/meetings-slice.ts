import type { AppError } from '../../../shared/errors.ts';
import type { MeetingList } from '../api.ts';
import type { SessionSlice } from './session-slice.ts';
import type { SliceOf } from './slice.ts';

export interface MeetingsSlice {
  readonly meetings: MeetingList | null;
  readonly meetingsError: AppError | null;
  readonly loadMeetings: () => Promise<void>;
}

export const meetingsSlice: SliceOf<MeetingsSlice, SessionSlice> = (api) => (set, get) => ({
  meetings: null,
  meetingsError: null,
  async loadMeetings() {
    const answer = await api.meetings();
    if (answer.ok) return set({ meetings: answer.value, meetingsError: null });
    set({ meetingsError: answer.error });
    get().noteFailure(answer.error);
  },
});
