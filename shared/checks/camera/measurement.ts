import { z } from 'zod';
import { OPEN_ERRORS } from '../open-error.ts';

const luma = z.number().min(0).max(255);

const change = z.number().nonnegative();

/** What the picture shows beyond its brightness.. */
export const pictureDetail = z.object({
  /**
   * What there is to see, in luma: deviation of the blocks' means, frames averaged first, from the best even, sloping or
   * curved shade. Near 0 is an empty picture, whatever its noise and however light falls on what covers the lens.
   */
  structure: z.number().nonnegative(),
  /** Steepness of the sharpest edges, 0 … 1, whatever the exposure; null when there are too few edges to tell. */
  sharpness: z.number().min(0).max(1).nullable(),
  /** Median luma where people sit: the middle, to the lower edge. */
  centreLumaP50: luma,
  /** Luma that a quarter of the rest of the picture reaches or exceeds. */
  surroundLumaP75: luma,
  /**
   * How the picture changed in the calmest `calmMs` of the measurement, in luma per look of about 0.1 s; null when too few
   * frames came. `movement`: the most that any block changed at any look. `noise`: what the middle block changed at the
   * middle look, which a live sensor never leaves at 0 and an encoder does between two key frames.
   */
  calmest: z.object({ calmMs: z.number().positive(), movement: change, noise: change }).nullable(),
});
export type PictureDetail = z.infer<typeof pictureDetail>;

/** Brightness of the picture on a coarse grid, over several frames: 0 black … 255 white whatever the camera's range. */
export const picture = z.object({
  lumaP5: luma,
  lumaP50: luma,
  lumaP95: luma,
  /** Standard deviation over the picture: near 0 is one flat colour. */
  lumaDeviation: z.number().nonnegative(),
  /** Absent in what older versions measured, and then not judged. */
  detail: pictureDetail.optional(),
});
export type Picture = z.infer<typeof picture>;

const notOpened = z.object({ opened: z.literal(false), error: z.enum(OPEN_ERRORS), detail: z.string() });

const watched = z.object({
  opened: z.literal(true),
  label: z.string(),
  /** A camera made by software (OBS, a phone bridge …), told by its name. */
  isVirtual: z.boolean(),
  /** Cameras connected that are not made by software, this one included. Absent in old records. */
  realCameras: z.number().int().nonnegative().optional(),
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  /** What the camera promises; 0 when it does not say. */
  nominalFps: z.number().nonnegative(),
  /** What arrived, counted on the frames themselves, not on what was painted. */
  fps: z.number().nonnegative(),
  /** Frames in the second that brought fewest, wherever it began. Absent when it was watched for less, and in old records. */
  fpsWorstSecond: z.number().int().nonnegative().optional(),
  /** How busy the whole machine was meanwhile, percent. Null when the system did not say; absent in old records. */
  cpuLoadPct: z.number().min(0).max(100).nullable().optional(),
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
