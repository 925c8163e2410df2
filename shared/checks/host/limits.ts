import { z } from 'zod';

/** What the host check is judged by. */
export const hostLimits = z.object({
  warnDiskFreeBelowGiB: z.number().nonnegative(),
  warnMemoryAvailableBelowGiB: z.number().nonnegative(),
  warnCpuAbovePct: z.number().min(0).max(100),
  mainsPowerRequired: z.boolean(),
});
export type HostLimits = z.infer<typeof hostLimits>;
