import { z } from 'zod';

const minutesBefore = z
  .number()
  .int()
  .min(1)
  .max(24 * 60);

/** When a point is reminded of what is not done yet, in minutes before the meeting, and for how long "later" puts that off. */
export const reminderTimes = z.object({
  /** Each reminds anew. */
  checkMinutesBefore: z.array(minutesBefore).max(10),
  leaderMinutesBefore: minutesBefore,
  snoozeMinutes: z.number().int().min(1).max(60),
});
export type ReminderTimes = z.infer<typeof reminderTimes>;

/** What a province starts with; also what counts where its policy is older than these settings. */
export const DEFAULT_REMINDERS: ReminderTimes = {
  checkMinutesBefore: [60, 30, 15],
  leaderMinutesBefore: 10,
  snoozeMinutes: 5,
};
