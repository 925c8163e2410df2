import { z } from 'zod';

/** What the screen-share check is judged by. */
export const screenShareLimits = z.object({
  warnBelowHeight: z.number().int().positive(),
  warnBelowFps: z.number().positive(),
  /** Luma (0 … 255) up to which even the brightest sample leaves the capture black. */
  blackUpToLumaMax: z.number().min(0).max(255),
  /** Share of their contrast that strokes as of small text must keep, or they run into one another. Also for older policies. */
  warnBelowStrokeContrast: z.number().min(0).max(1).default(0.35),
  /** What a meeting spends on a shared screen. This and the next also for older policies. */
  textBitrateMbps: z.number().positive().default(1.5),
  /** The longest that people may wait, once a page is shown, until they can read small text on it. */
  warnTextAfterSeconds: z.number().positive().default(2),
});
export type ScreenShareLimits = z.infer<typeof screenShareLimits>;
