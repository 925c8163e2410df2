import { z } from 'zod';

const bound = z.number().nonnegative();

/** What the link check is judged by: below (throughput) or above (the others) is a warning, then a failure. */
export const linkLimits = z.object({
  uploadMbps: z.object({ warnBelow: bound, failBelow: bound }),
  downloadMbps: z.object({ warnBelow: bound, failBelow: bound }),
  rttMs: z.object({ warnAbove: bound, failAbove: bound }),
  jitterMs: z.object({ warnAbove: bound, failAbove: bound }),
  lossPct: z.object({ warnAbove: bound, failAbove: bound }),
  clockOffsetSeconds: z.object({ warnAbove: bound, failAbove: bound }),
  /** Warn on Wi-Fi and other wireless adapters. */
  wiredAdvised: z.boolean(),
});
export type LinkLimits = z.infer<typeof linkLimits>;
