import type { ArrivalSample } from '../../../shared/protocol/link-arrivals.ts';

/** How the sender of a run shall go on. `mbps` zero: only the burst. */
export interface RunPace {
  /** IP bits. */
  readonly mbps: number;
  readonly burst: number;
  readonly even: boolean;
}

export interface RunLimits {
  /** Size of each datagram, IP and UDP headers not included. */
  readonly packetBytes: number;
  readonly mostPackets: number;
  readonly mostMs: number;
}

/** One flow in one direction, seen from the point. */
export interface FlowRun {
  /** Counts a step of the run up. */
  readonly pace: (pace: RunPace) => void;
  /** What the receiver saw so far, in the order of its clock. */
  readonly samples: () => readonly ArrivalSample[];
  /** How the receiver's process kept up, in shares of the time. */
  readonly strain: () => { readonly late: number; readonly active: number };
  /** IP bytes that went into the line so far, as far as is known. */
  readonly bytes: () => number;
  /** Stops the sender; what is under way still arrives. */
  readonly stop: () => void;
}
