/**
 * What a receiver saw of a flow, by its own clock: so much had arrived at `atUs`. Samples are cumulative, so one that is lost
 * on its way only thins them.
 */
export interface ArrivalSample {
  readonly atUs: number;
  /** All of the run so far, IP and UDP headers included. */
  readonly bytes: number;
  readonly packets: number;
  /** Of the last packet. */
  readonly sequence: number;
  readonly sentUs: number;
  readonly step: number;
  /** Smallest one-way delay since the sample before, receiver's clock minus sender's: only differences mean anything. */
  readonly delayUs: number;
}

export interface Arrival {
  readonly atUs: number;
  /** IP and UDP headers included. */
  readonly bytes: number;
  readonly sequence: number;
  readonly sentUs: number;
  readonly step: number;
}

export interface ArrivalLog {
  /** False for a sequence that came before or is out of bounds: it does not count. */
  readonly take: (arrival: Arrival) => boolean;
  /** The samples since the last call; those that came in one go of the event loop are one. */
  readonly drain: () => readonly ArrivalSample[];
  /** One-way delays by sequence, of the first `count`; NaN: lost. Only where the log keeps them. */
  readonly delays: (count: number) => Float64Array;
}

/** `mostPackets` bounds its memory: 9 bytes each with `keepDelays`, else one. Packets closer than `everyUs` share a sample. */
export function logArrivals(options: { mostPackets: number; everyUs: number; keepDelays?: boolean }): ArrivalLog {
  const seen = new Uint8Array(options.mostPackets);
  const delays = options.keepDelays ? new Float64Array(options.mostPackets).fill(Number.NaN) : null;
  let samples: ArrivalSample[] = [];
  let bytes = 0;
  let packets = 0;
  let openedUs = Number.NEGATIVE_INFINITY;
  return {
    take(arrival) {
      const { atUs, sequence, sentUs, step } = arrival;
      if (sequence >= options.mostPackets || seen[sequence] === 1) return false;
      seen[sequence] = 1;
      bytes += arrival.bytes;
      packets += 1;
      const delayUs = atUs - sentUs;
      if (delays) delays[sequence] = delayUs;
      const last = samples.at(-1);
      const joins = last !== undefined && last.step === step && atUs - openedUs < options.everyUs;
      const least = joins ? Math.min(last.delayUs, delayUs) : delayUs;
      const sample = { atUs, bytes, packets, sequence, sentUs, step, delayUs: least };
      if (joins) samples[samples.length - 1] = sample;
      else {
        samples.push(sample);
        openedUs = atUs;
      }
      return true;
    },
    drain() {
      const drained = samples;
      samples = [];
      return drained;
    },
    delays: (count) => (delays ?? new Float64Array(0)).slice(0, count),
  };
}
