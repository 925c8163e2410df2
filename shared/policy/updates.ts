import { z } from 'zod';

/** How updates reach the points. */
export const updateTimes = z.object({
  /** How many points get a release first; the province then releases it for the rest. */
  firstPoints: z.number().int().min(0).max(1000),
  /** Nothing is fetched or installed from so many hours before a meeting … */
  hoursBeforeMeeting: z.number().int().min(1).max(72),
  /** … until so many hours after its expected end. */
  hoursAfterMeeting: z.number().int().min(0).max(24),
  /** How long the technician sees that an update is about to be installed. */
  noticeMinutes: z.number().int().min(1).max(240),
  postponeHours: z.number().int().min(1).max(168),
  /** How often the technician may put one release off. */
  postponeMost: z.number().int().min(0).max(20),
  /** Points begin to fetch spread over so many minutes: the hub has one line. */
  spreadMinutes: z.number().int().min(0).max(1440),
});
export type UpdateTimes = z.infer<typeof updateTimes>;

/** What a province starts with; also what counts where its policy is older than these settings. */
export const DEFAULT_UPDATES: UpdateTimes = {
  firstPoints: 10,
  // The evening before, a technician tries everything once: what was tried is what the meeting gets.
  hoursBeforeMeeting: 12,
  hoursAfterMeeting: 1,
  noticeMinutes: 10,
  postponeHours: 24,
  postponeMost: 3,
  spreadMinutes: 60,
};
