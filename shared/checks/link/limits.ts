import { z } from 'zod';

const bound = z.number().nonnegative();
const below = z.object({ warnBelow: bound, failBelow: bound });
const above = z.object({ warnAbove: bound, failAbove: bound });

/** A meeting's picture: what of the limits depends on it. */
export const LINK_PROFILES = ['720p', '1080p'] as const;
export type LinkProfile = (typeof LINK_PROFILES)[number];
const linkProfile = z.object({
  uploadMbps: below,
  downloadMbps: below,
  /** What a meeting of this picture sends each way: the bitrate of the media-like run. */
  mediaMbps: z.number().positive().max(100),
});

/**
 * What the link check is judged by: below (throughput, audio quality) or above (the others) is a warning, then a failure.
 * What is optional came later; a policy without it does not judge it.
 */
export const linkLimits = z.object({
  uploadMbps: below,
  downloadMbps: below,
  /** Of the meeting whose profile is named here; these take the place of the two above. */
  profiles: z.partialRecord(z.enum(LINK_PROFILES), linkProfile).optional(),
  mediaMbps: z.number().positive().max(100).optional(),
  rttMs: above,
  /** Median round trip while one direction is full: only ever a warning, as no meeting need fill the line. */
  loadedRttMs: z.object({ warnAbove: bound }).optional(),
  jitterMs: above,
  /** Each way. `minPackets`: loss counted on fewer is not judged. */
  lossPct: above.extend({ minPackets: z.number().int().positive().optional() }),
  /** Mean opinion score by the E-model, 1 to 4.5. */
  audioMos: below.optional(),
  clockOffsetSeconds: above,
  /** Warn on Wi-Fi and other wireless adapters. */
  wiredAdvised: z.boolean(),
  /** Warn on Wi-Fi heard more weakly than this. */
  wifiSignalPct: z.object({ warnBelow: bound }).optional(),
});
export type LinkLimits = z.infer<typeof linkLimits>;
