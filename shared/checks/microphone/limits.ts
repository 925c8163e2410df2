import { z } from 'zod';

/** What the microphone check is judged by. Levels in dBFS (0 is full scale). */
export const microphoneLimits = z.object({
  warnSpeechBelowDbfs: z.number().negative(),
  warnSnrBelowDb: z.number().positive(),
  warnNoiseAboveDbfs: z.number().negative(),
  /** Runs of at least 3 samples at full scale, per second. */
  warnClippingRunsPerSecond: z.number().nonnegative(),
});
export type MicrophoneLimits = z.infer<typeof microphoneLimits>;
