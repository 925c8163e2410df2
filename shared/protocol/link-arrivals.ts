import type { SeenDelays } from '../checks/link/own-delays.ts';

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
  /** How long it may have lain at the receiver until it was seen; absent: it was awake. */
  readonly unseenUs?: number;
}

export interface KeptDelays extends SeenDelays {
  readonly seen: Float64Array;
  readonly least: Float64Array;
}

export interface ArrivalLog {
  /** False for a sequence that came before or is out of bounds: it does not count. */
  readonly take: (arrival: Arrival) => boolean;
  /** The samples since the last call; those that came in one go of the event loop are one. */
  readonly drain: () => readonly ArrivalSample[];
  /** One-way delays by sequence, of the first `count`: NaN where lost. Only where the log keeps them. */
  readonly delays: (count: number) => KeptDelays;
}

/** `mostPackets` bounds its memory: 17 bytes each with `keepDelays`, else one. Packets closer than `everyUs` share a sample. */
export function logArrivals(options: { mostPackets: number; everyUs: number; keepDelays?: boolean }): ArrivalLog {
  const seen = new Uint8Array(options.mostPackets);
  const kept = options.keepDelays ? options.mostPackets : 0;
  const delays = { seen: new Float64Array(kept).fill(Number.NaN), least: new Float64Array(kept).fill(Number.NaN) };
  let samples: ArrivalSample[] = [];
  let bytes = 0;
  let packets = 0;
  let openedUs = Number.NEGATIVE_INFINITY;
  return {
    take(arrival) {
      const { atUs, sequence, sentUs, step, unseenUs = 0 } = arrival;
      if (sequence >= options.mostPackets || seen[sequence] === 1) return false;
      seen[sequence] = 1;
      bytes += arrival.bytes;
      packets += 1;
      const delayUs = atUs - sentUs;
      delays.seen[sequence] = delayUs;
      delays.least[sequence] = delayUs - unseenUs;
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
    delays: (count) => ({ seen: delays.seen.slice(0, count), least: delays.least.slice(0, count) }),
  };
}
