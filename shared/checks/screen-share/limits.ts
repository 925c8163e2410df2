import { z } from 'zod';

/** What the screen-share check is judged by. */
export const screenShareLimits = z.object({
  warnBelowHeight: z.number().int().positive(),
  warnBelowFps: z.number().positive(),
  /** Luma (0 … 255) up to which even the brightest sample leaves the capture black. */
  blackUpToLumaMax: z.number().min(0).max(255),
  /** What a meeting spends on a shared screen. The first values of this and the next also serve older policies. */
  textBitrateMbps: z.number().positive().default(1.5),
  /** Share of their contrast that strokes as of small text must keep, or they run into one another. */
  warnBelowStrokeContrast: z.number().min(0).max(1).default(0.35),
});
export type ScreenShareLimits = z.infer<typeof screenShareLimits>;
