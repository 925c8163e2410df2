import { z } from 'zod';

/** What the screen-share check is judged by. */
export const screenShareLimits = z.object({
  warnBelowHeight: z.number().int().positive(),
  warnBelowFps: z.number().positive(),
});
export type ScreenShareLimits = z.infer<typeof screenShareLimits>;
