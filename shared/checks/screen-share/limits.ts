import { z } from 'zod';

/** What the screen-share check is judged by. */
export const screenShareLimits = z.object({
  warnBelowHeight: z.number().int().positive(),
  warnBelowFps: z.number().positive(),
  /** Luma (0 … 255) up to which even the brightest sample leaves the capture black. */
  blackUpToLumaMax: z.number().min(0).max(255),
});
export type ScreenShareLimits = z.infer<typeof screenShareLimits>;
