import { z } from 'zod';

/** What the microphone check is judged by. Levels in dBFS (0 is full scale). */
export const microphoneLimits = z.object({
  warnSpeechBelowDbfs: z.number().negative(),
  warnSnrBelowDb: z.number().positive(),
  warnNoiseAboveDbfs: z.number().negative(),
  /** Runs of at least 3 samples at full scale, per second. */
  warnClippingRunsPerSecond: z.number().nonnegative(),
  // Policies made before these existed are read with what stands here.
  /** Fewer stretches of 100 ms than this that hold clipping are a knock on the table, not a gain set too high. */
  warnClippedStretchesFrom: z.number().int().positive().default(3),
  /** Power of 50 Hz and its harmonics together. */
  warnHumAboveDbfs: z.number().negative().default(-55),
  warnDropoutsPerSecond: z.number().nonnegative().default(0.5),
  /** Processor load from which the machine itself cuts holes into any sound: dropouts are then not the device's. */
  saturatedFromCpuPct: z.number().min(0).max(100).default(90),
  /** Mean of all samples, share of full scale. */
  warnDcOffsetAbove: z.number().positive().max(1).default(0.05),
  /** A channel this much below the other one is dead: its cable, plug or phantom power. */
  warnChannelsApartDb: z.number().positive().default(30),
});
export type MicrophoneLimits = z.infer<typeof microphoneLimits>;
