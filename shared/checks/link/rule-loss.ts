import { rounded } from '../rounded.ts';
import type { ReasonValues } from '../verdict.ts';
import { type LinkFinding, unmeasured, warning } from './finding.ts';
import type { LinkLimits } from './limits.ts';
import type { LinkReached } from './measurement.ts';
import type { LinkProblem } from './problems.ts';

/** Lost packets with what chance may have done to their count: percent, 95 % interval. */
interface Counted {
  readonly sent: number;
  readonly lossPct: number;
  readonly lossLowPct: number;
  readonly lossHighPct: number;
}

/**
 * Each way of the media-like run, which is what a call would lose. Where there was none, the echoes, there and back together:
 * they are too few to judge one way by.
 */
export function judgeLoss({ udp, media }: LinkReached, limits: LinkLimits): readonly (LinkFinding | null)[] {
  if (media)
    return tellingOnly([wayLoss('loss-up-high', media.up, limits), wayLoss('loss-down-high', media.down, limits)]);
  return [udp && judgeCounted('loss-high', udp, limits, echoValues(udp))];
}

/** How wide the interval of one way is follows from the losses of both: a doubt about one adds nothing to what the other lost. */
function tellingOnly(ways: readonly (LinkFinding | null)[]): readonly (LinkFinding | null)[] {
  const plain = ways.filter((way) => way !== null && way.reason !== 'loss-unclear');
  return plain.length > 0 ? plain : ways.slice(0, ways[0] ? 1 : 2);
}

function wayLoss(reason: LinkProblem, way: Counted, limits: LinkLimits): LinkFinding | null {
  return judgeCounted(reason, way, limits, {});
}

/**
 * A fault only when even the low end of the interval is beyond it: otherwise the next run might as well pass. A warning by
 * the estimate itself; and where the high end is still beyond a fault, the count does not rule one out, which is no clean
 * pass either. For a given number of packets each step is reached by more lost ones than the step before.
 */
function judgeCounted(
  reason: LinkProblem,
  counted: Counted,
  { lossPct: { warnAbove, failAbove, minPackets = 1 } }: LinkLimits,
  more: ReasonValues,
): LinkFinding | null {
  const { sent, lossPct, lossLowPct, lossHighPct } = counted;
  const values = (allowedPct: number) => ({
    lossPct: rounded(lossPct),
    lossLowPct: rounded(lossLowPct),
    lossHighPct: rounded(lossHighPct),
    allowedPct,
    ...more,
  });
  if (lossLowPct > failAbove) return { verdict: 'fail', reason, values: values(failAbove) };
  if (sent < minPackets) return unmeasured('loss-unmeasured', { sent });
  if (lossPct > warnAbove) return warning(reason, values(warnAbove));
  return lossHighPct > failAbove ? warning('loss-unclear', values(failAbove)) : null;
}

function echoValues({ lossUpPct, lossDownPct }: NonNullable<LinkReached['udp']>): ReasonValues {
  return { lossUpPct: rounded(lossUpPct), lossDownPct: rounded(lossDownPct) };
}
