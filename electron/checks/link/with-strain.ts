import type { ArrivalSample } from '../../../shared/protocol/link-arrivals.ts';
import { largestGapUs, spanUs } from './busy-period.ts';
import type { FlowEstimate } from './flow-control.ts';
import type { FlowRun } from './flow-run.ts';

/** A receiver that looked too late too often, or never caught up with what came in, measured itself. */
const STRAINED = { late: 0.25, active: 0.9 };
/** A rate that changed may have done so because of this machine. */
const STRAINED_IF_UNSTABLE = 0.08;

/**
 * The estimate as it stands, or, where the receiver was strained, what the line carried at least: what piled up before a strained
 * receiver looks faster than the line when it is taken in, but over the whole run no more can have come than was carried.
 */
export function withStrain(
  estimate: FlowEstimate,
  { late, active }: ReturnType<FlowRun['strain']>,
  samples: readonly ArrivalSample[],
): FlowEstimate {
  const most = estimate.stable ? STRAINED.late : STRAINED_IF_UNSTABLE;
  if (late <= most && active <= STRAINED.active) return estimate;
  const mbps = Math.min(estimate.mbps, carriedInAll(samples) ?? estimate.mbps);
  return { ...estimate, mbps, limitedBy: 'processor', busyEnd: 'receiver' };
}

/** Of the whole run, and of as much time before it as was ever between two looks. Null: nothing to tell from. */
function carriedInAll(samples: readonly ArrivalSample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.bytes <= first.bytes) return null;
  return (8 * (last.bytes - first.bytes)) / (spanUs(samples) + largestGapUs(samples));
}
