import { z } from 'zod';

const mbps = z.number().positive().max(100_000);
/** `down`: from the hub to the points; `up`: from them to it. */
const bothWays = z.object({ down: mbps, up: mbps });

/** A server of the meeting platform that points must reach. */
const platformTargetPolicy = z.object({
  name: z.string().min(1).max(120),
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  tls: z.boolean(),
});
export type PlatformTargetPolicy = z.infer<typeof platformTargetPolicy>;

/** How the province lets its points measure their lines: not what the result is judged by. */
export const linkTests = z.object({
  /** What of the hub's own line tests may take together. */
  hubLineMbps: bothWays,
  /** What one test may take at most: a faster line is told to carry at least this much. */
  pointMbps: bothWays,
  mostAtOnce: z.number().int().min(1).max(1000),
  mostWaiting: z.number().int().min(0).max(10_000),
  /** The longest a point waits for the hub's line before its check is unmeasured, milliseconds. */
  waitMostMs: z.number().int().min(0).max(3_600_000),
  /** Servers of the meeting platform, for a warning when one is out of reach. */
  platformTargets: z.array(platformTargetPolicy).max(32),
});
export type LinkTests = z.infer<typeof linkTests>;
export type BothWays = LinkTests['hubLineMbps'];

/** What a province starts with; also what counts where its policy is older than these settings. */
export const DEFAULT_LINK_TESTS: LinkTests = {
  hubLineMbps: { down: 200, up: 200 },
  // Far more than any meeting needs: what is more than this is said to be at least this, and two points test side by side.
  pointMbps: { down: 100, up: 100 },
  mostAtOnce: 24,
  mostWaiting: 1_000,
  // 135 points at four seconds each, with room to spare.
  waitMostMs: 15 * 60_000,
  platformTargets: [],
};
