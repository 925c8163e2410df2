import { z } from 'zod';

const seconds = z.number().int().min(10).max(3600);
const minutes = z.number().int().min(1).max(240);

/** How the province helps points before a meeting. */
export const helpTimes = z.object({
  /** A point heard of within this time is taken to be online; points report about every minute. */
  onlineSeconds: seconds,
  /** How long "a check is running" is believed without being said again. */
  checkingSeconds: seconds,
  /** How long a point counts as being called, or as called just now, so that no colleague calls it too. */
  callMinutes: minutes,
  /** How long a request to a point waits for its technician. */
  askMinutes: minutes,
});
export type HelpTimes = z.infer<typeof helpTimes>;

/** What a province starts with; also what counts where its policy is older than these settings. */
export const DEFAULT_HELP: HelpTimes = { onlineSeconds: 180, checkingSeconds: 45, callMinutes: 15, askMinutes: 20 };
