import { rounded } from '../rounded.ts';
import { type LinkFinding, unmeasured, warning } from './finding.ts';
import type { LinkThroughput } from './measurement.ts';

type Direction = 'upload' | 'download';

/**
 * A rate that our own cap or this machine limited is a lower bound: enough if it is enough, and otherwise no verdict.
 * One that changed while it was measured is a mean of better and worse: it can warn, but neither pass nor fail a point.
 */
export function judgeThroughput(
  direction: Direction,
  measured: LinkThroughput | null,
  limits: { readonly warnBelow: number; readonly failBelow: number },
): LinkFinding | null {
  if (!measured) return unmeasured(`${direction}-unmeasured`);
  const { mbps, limitedBy, stable, busy } = measured;
  const neededMbps = mbps < limits.failBelow ? limits.failBelow : limits.warnBelow;
  const values = { [`${direction}Mbps`]: rounded(mbps), neededMbps };
  if (mbps >= limits.warnBelow && mbps >= limits.failBelow)
    return stable === false ? warning(`${direction}-unstable`, values) : null;
  if (limitedBy === 'cap') return unmeasured(`${direction}-unsaturated`, values);
  if (limitedBy === 'processor' && busy === 'hub') return unmeasured('hub-processor');
  if (limitedBy === 'processor') return unmeasured(`${direction}-processor`, values);
  if (mbps >= limits.failBelow) return warning(`${direction}-low`, values);
  if (stable === false) return unmeasured(`${direction}-unstable`, values);
  return { verdict: 'fail', reason: `${direction}-low`, values };
}
