import type { ArrivalSample } from '../../../shared/protocol/link-arrivals.ts';

/** How fast the packets of these samples were really sent, in Mbps of IP bits, by the sender's own clock. Null: no time between. */
export function sentRate(samples: readonly ArrivalSample[], packetBytes: number): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.sentUs <= first.sentUs) return null;
  return (8 * packetBytes * (last.sequence - first.sequence)) / (last.sentUs - first.sentUs);
}

/** A sender that is awake leaves no more time than this between the last packets of two samples. */
const AWAKE_US = 2_500;

/** Of the time, what the sender stood still; by its own clock. */
export function stalledShare(samples: readonly ArrivalSample[]): number {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.sentUs <= first.sentUs) return 0;
  const stalledUs = samples.reduce((sum, { sentUs }, n) => {
    const gap = sentUs - (samples[n - 1]?.sentUs ?? sentUs);
    return sum + Math.max(0, gap - AWAKE_US);
  }, 0);
  return stalledUs / (last.sentUs - first.sentUs);
}

/** Of the packets sent meanwhile, the share that arrived. */
export function deliveredShare(samples: readonly ArrivalSample[]): number {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.sequence <= first.sequence) return 1;
  return (last.packets - first.packets) / (last.sequence - first.sequence);
}
