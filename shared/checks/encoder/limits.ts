import { z } from 'zod';

/** What the encoder check is judged by. */
export const encoderLimits = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  fps: z.number().positive(),
  bitrateMbps: z.number().positive(),
  /** Encoded frames a second, as a share of `fps`. */
  warnBelowShare: z.number().min(0).max(1),
  failBelowShare: z.number().min(0).max(1),
  /** Processor load from which the machine is taken to be at its end. The first value also serves older policies. */
  saturatedFromCpuPct: z.number().min(0).max(100).default(90),
});
export type EncoderLimits = z.infer<typeof encoderLimits>;
