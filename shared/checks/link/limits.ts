import { z } from 'zod';

const below = z.number().nonnegative();

/** What the link check is judged by: below (throughput) or above (the others) is a warning, then a failure. */
export const linkLimits = z.object({
  uploadMbps: z.object({ warnBelow: below, failBelow: below }),
  downloadMbps: z.object({ warnBelow: below, failBelow: below }),
  rttMs: z.object({ warnAbove: below, failAbove: below }),
  jitterMs: z.object({ warnAbove: below, failAbove: below }),
  lossPct: z.object({ warnAbove: below, failAbove: below }),
  clockOffsetSeconds: z.object({ warnAbove: below, failAbove: below }),
});
export type LinkLimits = z.infer<typeof linkLimits>;
