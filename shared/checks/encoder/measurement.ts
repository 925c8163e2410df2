import { z } from 'zod';

const notRun = z.object({
  ran: z.literal(false),
  /** `not-supported`: no encoder for this size here; `no-frames`: neither the camera nor a drawn picture gave anything. */
  error: z.enum(['not-supported', 'no-frames', 'encoder-failed']),
  detail: z.string(),
});

const encoded = z.object({
  ran: z.literal(true),
  /** What was encoded: the camera's picture, or a drawn noisy one where the camera would not open. */
  source: z.enum(['camera', 'drawn']),
  codec: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  targetFps: z.number().positive(),
  /** Frames handed to the encoder, and frames it gave back within the measurement, a second. */
  offeredFps: z.number().nonnegative(),
  encodedFps: z.number().nonnegative(),
  bitrateMbps: z.number().nonnegative(),
  /** From handing a frame over to having it encoded, milliseconds; null when none came back. */
  encodeMsP50: z.number().nonnegative().nullable(),
  encodeMsP95: z.number().nonnegative().nullable(),
  /** The longest the encoder's queue grew, frames. */
  queueMax: z.number().int().nonnegative(),
  /** Frames not even offered because the queue was full. */
  droppedFrames: z.number().int().nonnegative(),
  measuredMs: z.number().nonnegative(),
  /** Of the whole machine meanwhile, all its programs together; null where it was not told, absent in old records. */
  cpuLoadPct: z.number().min(0).max(100).nullable().optional(),
});

/** What the encoder probe brings back. */
export const encoderMeasurement = z.discriminatedUnion('ran', [notRun, encoded]);
export type EncoderMeasurement = z.infer<typeof encoderMeasurement>;
