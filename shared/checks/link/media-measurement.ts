import { z } from 'zod';

const ms = z.number().nonnegative();
const pct = z.number().min(0).max(100);
const count = z.number().int().nonnegative();

/**
 * How long a meeting's receiver waits for a packet beyond the usual delay: later ones are no use to it. A usual fixed
 * depth; buffers that adapt trade more delay for fewer late packets.
 */
export const MEETING_JITTER_BUFFER_MS = 60;

/**
 * What of the delays may be their receiver's doing, because it looked late (`own-delays.ts`): of the jitter, and of the late
 * packets those that may have come in time, percent of all that arrived.
 */
export const ownDelays = z.object({ jitterMs: ms, latePct: pct });
export type OwnDelays = z.infer<typeof ownDelays>;

/** One direction of the media-like run, as its receiver counted it. `lossLowPct` to `lossHighPct`: the 95 % interval. */
export const mediaWay = z.object({
  sent: count,
  received: count,
  lossPct: pct,
  lossLowPct: pct,
  lossHighPct: pct,
  /** Mean difference of one-way delays of successive packets. */
  jitterMs: ms,
  /** Of the packets that arrived, those more than `MEETING_JITTER_BUFFER_MS` slower than the median. */
  latePct: pct,
  /** Mean length of a run of lost packets over what random loss of this size gives; 1 is random. Absent where unknown. */
  burstRatio: z.number().min(0).max(1000).optional(),
  /** What of it may be the receiver's own doing: the hub's on the way up. Absent in older records. */
  own: ownDelays.optional(),
});
export type MediaWay = z.infer<typeof mediaWay>;

/** A constant-rate stream as a meeting sends it, both directions at the same time. `bitrateMbps` each way. */
export const linkMedia = z.object({
  bitrateMbps: z.number().positive(),
  packetBytes: count,
  durationMs: ms,
  up: mediaWay,
  down: mediaWay,
});
export type LinkMedia = z.infer<typeof linkMedia>;
