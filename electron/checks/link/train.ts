import type { ArrivalSample } from '../../../shared/protocol/link-arrivals.ts';
import { spanUs } from './busy-period.ts';
import { fittedRate } from './fit.ts';
import type { FlowRun, RunLimits } from './flow-run.ts';
import { pause } from './pause.ts';

/** Nothing of a train for so long beyond the round trip: it is lost. */
const SILENT_MS = 300;
const TRIES = 3;
const LEAST_QUIET_MS = 30;
const LOOK_EVERY_MS = 4;

export interface TrainPlan {
  readonly start: (limits: RunLimits) => FlowRun;
  readonly packets: number;
  readonly packetBytes: number;
  readonly rttMs: number;
  /** How far delays vary on an idle line. */
  readonly spreadMs: number;
}

export interface Train {
  readonly samples: readonly ArrivalSample[];
  /** IP bytes. */
  readonly bytes: number;
}

/**
 * Packets sent back to back spread out to the rate of the narrowest part of the line. Ends when all came, or none come any
 * more; begins again when nothing came at all. No samples: the path is gone.
 */
export async function runTrain(plan: TrainPlan, signal: AbortSignal): Promise<Train> {
  let bytes = 0;
  for (let tries = 0; tries < TRIES && !signal.aborted; tries += 1) {
    const train = await tryTrain(plan, signal);
    bytes += train.bytes;
    if (train.samples.length > 0) return { ...train, bytes };
  }
  return { samples: [], bytes };
}

async function tryTrain(plan: TrainPlan, signal: AbortSignal): Promise<Train> {
  const { packets, packetBytes, rttMs, spreadMs } = plan;
  const patienceMs = rttMs + SILENT_MS;
  const run = plan.start({ packetBytes, mostPackets: packets, mostMs: patienceMs });
  run.pace({ mbps: 0, burst: packets, even: false });
  const start = performance.now();
  let changedAt = start;
  let came = 0;
  while (!signal.aborted) {
    await pause(LOOK_EVERY_MS, signal);
    const samples = run.samples();
    const now = performance.now();
    const arrived = samples.at(-1)?.packets ?? 0;
    if (arrived > came) {
      came = arrived;
      changedAt = now;
    }
    const quietMs = Math.max(LEAST_QUIET_MS, 2 * spreadMs, (4 * spanUs(samples)) / (1000 * Math.max(1, came - 1)));
    if (came >= packets || now - changedAt > (came === 0 ? patienceMs : quietMs)) break;
  }
  const train = { samples: [...run.samples()], bytes: run.bytes() };
  run.stop();
  return train;
}

/**
 * The rate a train arrived at, in Mbps of IP bits; null when too little came. Where its second half was much slower, the first
 * went through on credit, and the second counts.
 */
export function trainRate(samples: readonly ArrivalSample[]): number | null {
  const whole = fittedRate(samples);
  const half = fittedRate(samples.slice(Math.floor(samples.length / 2)));
  return whole && half && samples.length >= 6 && half < whole / 1.5 ? half : whole;
}
