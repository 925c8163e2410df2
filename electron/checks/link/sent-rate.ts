import type { ArrivalSample } from '../../../shared/protocol/link-arrivals.ts';

/** How fast the packets of these samples were really sent, in Mbps of IP bits, by the sender's own clock. Null: no time between. */
export function sentRate(samples: readonly ArrivalSample[], packetBytes: number): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.sentUs <= first.sentUs) return null;
  return (8 * packetBytes * (last.sequence - first.sequence)) / (last.sentUs - first.sentUs);
}

/** Of the packets sent meanwhile, the share that arrived. */
export function deliveredShare(samples: readonly ArrivalSample[]): number {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.sequence <= first.sequence) return 1;
  return (last.packets - first.packets) / (last.sequence - first.sequence);
}
