import type { Meeting } from '../meeting/meeting.ts';

/** A policy the province put in force, and when by the hub's clock (epoch milliseconds). */
export interface PolicyInForce {
  readonly version: string;
  readonly from: number;
}

/**
 * The version that judges a meeting: the one it names, else the one in force when it starts, or now where it has not started. A
 * policy that comes later never judges anew a meeting that has begun. `versions` in any order; null where there is none.
 */
export function judgingVersion(
  meeting: Pick<Meeting, 'policyVersion' | 'startsAt'>,
  versions: readonly PolicyInForce[],
  now: number,
): string | null {
  const named = versions.find(({ version }) => version === meeting.policyVersion);
  if (named) return named.version;
  const sorted = [...versions].sort((a, b) => a.from - b.from || (a.version < b.version ? -1 : 1));
  const known = sorted.filter(({ from }) => from <= Math.min(now, meeting.startsAt));
  // A meeting from before the first policy is judged by the first.
  return (known.at(-1) ?? sorted[0])?.version ?? null;
}
