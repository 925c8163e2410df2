import { z } from 'zod';

/** What the camera check is judged by. */
export const cameraLimits = z.object({
  warnBelowWidth: z.number().int().positive(),
  warnBelowHeight: z.number().int().positive(),
  warnBelowFps: z.number().positive(),
  /** Luma (0 black … 255 white) up to which even the brightest 5 % of the picture count as black or covered. */
  blackUpToLumaP95: z.number().min(0).max(255),
  /** Median luma below which the room is too dark, above which the picture is over-exposed. */
  darkBelowLumaP50: z.number().min(0).max(255),
  brightAboveLumaP50: z.number().min(0).max(255),
  /** The longest run without a changed frame, milliseconds. */
  frozenAfterMs: z.number().positive(),
});
export type CameraLimits = z.infer<typeof cameraLimits>;
