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
  /** How long it is watched, milliseconds; measuring it again takes under 10 s. The first value also serves older policies. */
  holdMs: z.number().int().min(1000).max(8000).default(6000),

  // A policy made before one of these limits existed has 0 there, which judges nothing.

  /** Frames in the worst second of the watch, below which the camera is not steady, however good the others were. */
  warnBelowFpsWorstSecond: z.number().nonnegative().default(0),
  /** Processor load from which the machine itself holds frames back. Also for older policies. */
  saturatedFromCpuPct: z.number().min(0).max(100).default(90),
  /** In the calmest `frozenAfterMs`: up to so much movement of any block, and so little noise, the camera is frozen. Luma. */
  frozenUpToMovement: z.number().nonnegative().default(0),
  frozenBelowNoise: z.number().nonnegative().default(0),
  /** Structure below which there is nothing to see: covered, or one flat colour. Luma. */
  flatBelowStructure: z.number().nonnegative().default(0),
  /** Steepness of the sharpest edges below which the picture is out of focus, 0 … 1. */
  blurredBelowSharpness: z.number().min(0).max(1).default(0),
  /** Backlight: the middle darker than the one, while a quarter of what is around it is at least as bright as the other. */
  backlightBelowCentreLuma: z.number().min(0).max(255).default(0),
  backlightFromSurroundLuma: z.number().min(0).max(255).default(0),
});
export type CameraLimits = z.infer<typeof cameraLimits>;
