import type { Snoozes } from '../../../shared/reminders/snooze.ts';
import type { SliceOf } from './slice.ts';

/** What the person put off. Kept in this window only: after a restart everything due shows again. */
export interface RemindersSlice {
  readonly snoozes: Snoozes;
  readonly snoozeReminder: (key: string) => void;
}

export const remindersSlice: SliceOf<RemindersSlice> =
  ({ client, now }) =>
  (set, get) => ({
    snoozes: {},
    snoozeReminder(key) {
      set({ snoozes: { ...get().snoozes, [key]: now() } });
      void client.request('reminders:snooze', { key });
    },
  });
