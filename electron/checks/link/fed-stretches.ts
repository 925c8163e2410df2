import type { ArrivalSample } from '../../../shared/protocol/link-arrivals.ts';

/**
 * A sender that falls so much further behind its pace, and by a whole packet, stood still. Naps of an even one last half of this;
 * a packet that is late by less finds the one before it still under way.
 */
const STALL_US = 1_000;
/** A pace hardly above the line's rate would never spend what a bucket saved. */
const LEAST_OVER = 0.1;

/**
 * The stretches in which a line without a buffer was fed without a pause: such a line stands still whenever its sender does, so
 * only these tell its rate. A bucket saves up what was not sent, and then carries more than its rate until that is spent: so much
 * time after a stall does not count either. `packetUs`: what the sender was to leave between two packets; `over`: how many
 * times the line's own rate that pace is.
 */
export function fedStretches(
  samples: readonly ArrivalSample[],
  { packetUs, over }: { readonly packetUs: number; readonly over: number },
): readonly (readonly ArrivalSample[])[] {
  const stretches: ArrivalSample[][] = [];
  let broken = true;
  let spentUs = Number.NEGATIVE_INFINITY;
  samples.forEach((sample, n) => {
    const before = samples[n - 1] ?? sample;
    const stallUs = sample.sentUs - before.sentUs - packetUs * (sample.sequence - before.sequence);
    if (stallUs > Math.max(STALL_US, packetUs)) {
      spentUs = Math.max(spentUs, sample.sentUs) + stallUs / Math.max(over - 1, LEAST_OVER);
      broken = true;
    }
    if (sample.sentUs < spentUs) return;
    if (broken) stretches.push([]);
    broken = false;
    stretches.at(-1)?.push(sample);
  });
  return stretches;
}
