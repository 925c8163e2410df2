import { z } from 'zod';

const amount = z.number().nonnegative();

/** One moment of the measuring, for a person to watch. Not part of the measurement, and never judged. */
export const linkSample = z.object({
  phase: z.enum(['echo', 'download', 'upload', 'media']),
  /** Since the probe began. */
  atMs: amount,
  mbps: amount.optional(),
  rttMs: amount.optional(),
});
export type LinkSample = Readonly<z.infer<typeof linkSample>>;

/** Where this point stands in the queue for the province's line: `place` 1 is next. */
export const linkWaiting = z.object({ place: z.number().int().nonnegative(), estimateMs: amount });
export type LinkWaiting = Readonly<z.infer<typeof linkWaiting>>;
