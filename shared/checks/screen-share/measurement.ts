import { z } from 'zod';

const notStarted = z.object({
  started: z.literal(false),
  error: z.enum(['denied', 'cannot-start', 'start-timeout']),
  detail: z.string(),
});

const contrast = z.number().min(0).max(1);

const sentFrame = z.object({ bytes: z.number().int().nonnegative(), contrast });
export type SentFrame = z.infer<typeof sentFrame>;

const captured = z.object({
  started: z.literal(true),
  label: z.string(),
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  /** Frames that arrived a second while something of ours moved on the screen. */
  fps: z.number().nonnegative(),
  frameCount: z.number().int().nonnegative(),
  measuredMs: z.number().nonnegative(),
  /** Brightest sample of all frames, 0 … 255: a protected or dead capture has none above black. Null without a frame. */
  lumaMax: z.number().min(0).max(255).nullable(),
  /** Our blinking code was read back from the captured frames. */
  patternFound: z.boolean(),
  /**
   * Strokes as thin and as pale as those of small text, which we showed beside the code: what is left of their contrast in the
   * captured frame, 0 … 1. Null without a code to find them by.
   */
  strokeContrast: contrast.nullable().optional(),
  /**
   * The captured page sent as a meeting would, encoded for `bitrateMbps`, frame by frame until its strokes could be told apart:
   * the size of each, and what it leaves of their contrast. Null when this machine could not tell.
   */
  sentText: z
    .object({ bitrateMbps: z.number().positive(), frames: z.array(sentFrame).min(1).max(30).readonly() })
    .nullable()
    .optional(),
  /** The capture ended by itself while we looked. */
  stopped: z.boolean(),
});

/** What the screen-share probe brings back. */
export const screenShareMeasurement = z.discriminatedUnion('started', [notStarted, captured]);
export type ScreenShareMeasurement = z.infer<typeof screenShareMeasurement>;
export type CapturedScreen = z.infer<typeof captured>;
