import { z } from 'zod';
import { OPEN_ERRORS } from '../open-error.ts';

const luma = z.number().min(0).max(255);

/** Brightness of the picture on a coarse grid, over several frames: 0 black … 255 white whatever the camera's range. */
export const picture = z.object({
  lumaP5: luma,
  lumaP50: luma,
  lumaP95: luma,
  /** Standard deviation over the picture: near 0 is one flat colour. */
  lumaDeviation: z.number().nonnegative(),
});
export type Picture = z.infer<typeof picture>;

const notOpened = z.object({ opened: z.literal(false), error: z.enum(OPEN_ERRORS), detail: z.string() });

const watched = z.object({
  opened: z.literal(true),
  label: z.string(),
  /** A camera made by software (OBS, a phone bridge …), told by its name. */
  isVirtual: z.boolean(),
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  /** What the camera promises; 0 when it does not say. */
  nominalFps: z.number().nonnegative(),
  /** What arrived, counted on the frames themselves, not on what was painted. */
  fps: z.number().nonnegative(),
  frameCount: z.number().int().nonnegative(),
  measuredMs: z.number().nonnegative(),
  /** The longest time without a changed frame, the time until the end of the measurement included. */
  longestStillMs: z.number().nonnegative(),
  /** The camera went away while it was open. */
  stopped: z.boolean(),
  /** Null when no frame arrived. */
  picture: picture.nullable(),
});

/** What the camera probe brings back. */
export const cameraMeasurement = z.discriminatedUnion('opened', [notOpened, watched]);
export type CameraMeasurement = z.infer<typeof cameraMeasurement>;
export type WatchedCamera = z.infer<typeof watched>;
