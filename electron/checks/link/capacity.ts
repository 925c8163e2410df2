import { IP_UDP_BYTES } from '../../../shared/protocol/link-pace.ts';
import { LINK_MAX_BYTES } from '../../../shared/protocol/link-wire.ts';
import { spanUs } from './busy-period.ts';
import { fittedRate } from './fit.ts';
import { controlFlow, type FlowEstimate } from './flow-control.ts';
import type { FlowRun, RunLimits } from './flow-run.ts';
import { pause } from './pause.ts';
import { runTrain, trainRate } from './train.ts';
import { withStrain } from './with-strain.ts';

/** What the echoes told of this direction, and what it may cost. */
export interface CapacityPlan {
  readonly start: (limits: RunLimits) => FlowRun;
  readonly rttMs: number;
  /** Least one-way delay of an echo, as in the flow's samples; its IP bytes; and how far such delays vary. */
  readonly idleUs: number;
  readonly idleBytes: number;
  readonly spreadUs: number;
  readonly mostMbps: number;
  /** IP bytes of the direction. */
  readonly mostBytes: number;
  /** By `performance.now()`: what is known then has to do. */
  readonly untilMs: number;
  /** What arrives right now, for a person to watch. */
  readonly onRate: (mbps: number) => void;
}

export interface Capacity {
  readonly estimate: FlowEstimate | null;
  /** How much later packets came while the line was full; null when it was not. */
  readonly queueMs: number | null;
  readonly bytes: number;
  readonly durationMs: number;
  /** Nothing came any more, although something was sent. */
  readonly broke: boolean;
}

const PACKET_BYTES = LINK_MAX_BYTES;
const IP_BYTES = PACKET_BYTES + IP_UDP_BYTES;
const TRAIN = { short: 12, long: 160 };
/** A train that took less than this, or less than some times the jitter, says little. */
const TELLING_US = 8_000;
const TELLING_SPREADS = 3;
/** A first pace beyond this on the word of a train, which may have gone through on credit, could cost megabytes. */
const FIRST_MOST_MBPS = 240;
const QUEUE = { leastMs: 25, mostMs: 150, spreads: 2.5 };
const IDLE_WITHIN_US = 1_500;
/** Where packets keep their order, those of a fast flow wait for the slowest before them: all of them are late without a queue. */
const IDLE_WITHIN_SPREADS = 1.2;
const MOST_MS = 2_000;
/** A busy hub may stand still for as long as it takes to draw a large report. */
const SILENT_MS = 1_200;
/** Silence of a flow that may have been sent whole. */
const OVER_MS = 200;
const LOOK_EVERY_MS = 8;
const TELL_EVERY_MS = 50;

/** Fills one direction of the line and measures what gets through. Takes two seconds at most, and a little more to begin. */
export async function measureCapacity(plan: CapacityPlan, signal: AbortSignal): Promise<Capacity> {
  const startMs = performance.now();
  const trains = await coarseRate(plan, signal);
  const spent = { bytes: trains.bytes, durationMs: performance.now() - startMs };
  if (!trains.mbps) return { estimate: null, queueMs: null, ...spent, broke: trains.broke && !signal.aborted };
  const flow = await fill(plan, trains.mbps, spent, signal);
  return { ...flow, bytes: spent.bytes + flow.bytes, durationMs: performance.now() - startMs };
}

async function coarseRate(plan: CapacityPlan, signal: AbortSignal) {
  const { spreadUs, mostMbps } = plan;
  const common = { start: plan.start, packetBytes: PACKET_BYTES, rttMs: plan.rttMs, spreadMs: spreadUs / 1000 };
  const short = await runTrain({ ...common, packets: TRAIN.short }, signal);
  if (short.samples.length === 0) return { mbps: null, bytes: short.bytes, broke: true };
  const shortMbps = trainRate(short.samples) ?? mostMbps;
  const telling = Math.max(TELLING_US, TELLING_SPREADS * spreadUs);
  if (spanUs(short.samples) >= telling) return { mbps: shortMbps, bytes: short.bytes, broke: false };
  const enough = Math.ceil((1.5 * telling * shortMbps) / (8 * IP_BYTES));
  const packets =
    spanUs(short.samples) >= 2_000 ? Math.min(TRAIN.long, Math.max(2 * TRAIN.short, 2 * enough)) : TRAIN.long;
  const long = await runTrain({ ...common, packets }, signal);
  const bytes = short.bytes + long.bytes;
  if (long.samples.length === 0) return { mbps: null, bytes, broke: true };
  return { mbps: trainRate(long.samples) ?? mostMbps, bytes, broke: false };
}

async function fill(
  plan: CapacityPlan,
  coarse: number,
  spent: { readonly bytes: number; readonly durationMs: number },
  signal: AbortSignal,
): Promise<Omit<Capacity, 'durationMs'>> {
  const coarseMbps = Math.min(coarse, FIRST_MOST_MBPS);
  // A full packet takes longer to go out than an echo, queue or not.
  const idleUs = plan.idleUs + (8 * (IP_BYTES - plan.idleBytes)) / coarseMbps;
  const queueMs = Math.min(QUEUE.mostMs, Math.max(QUEUE.leastMs, (QUEUE.spreads * plan.spreadUs) / 1000));
  const idleBelowUs = idleUs + Math.max(IDLE_WITHIN_US, IDLE_WITHIN_SPREADS * plan.spreadUs);
  const control = controlFlow({ coarseMbps, mostMbps: plan.mostMbps, idleBelowUs, queueMs, packetBytes: IP_BYTES });
  const mostPackets = Math.floor((plan.mostBytes - spent.bytes) / IP_BYTES);
  const run = plan.start({ packetBytes: PACKET_BYTES, mostPackets, mostMs: MOST_MS + plan.rttMs });
  const ordered = countOrdered();
  const pace = ({ mbps, queueMs: queue, even }: typeof control.first) => {
    const burst = Math.ceil((queue * mbps * 1000) / (8 * IP_BYTES));
    ordered.pace(mbps, burst);
    run.pace({ mbps, burst, even });
  };
  pace(control.first);
  const watch = watchArrivals(run, plan.onRate);
  try {
    for (;;) {
      await pause(LOOK_EVERY_MS, signal);
      const { samples, silentMs, elapsedMs } = watch();
      const nothing = { estimate: null, queueMs: null, bytes: run.bytes() };
      if (signal.aborted) return { ...nothing, broke: false };
      // All may have been sent, and the last of it lost: that it is silent then says nothing of the path.
      const over = silentMs > OVER_MS + plan.rttMs && ordered.bytes() >= mostPackets * IP_BYTES;
      if (!over && silentMs > SILENT_MS + plan.rttMs) return { ...nothing, broke: true };
      const late = elapsedMs > MOST_MS || performance.now() > plan.untilMs;
      const capped = over || late || run.bytes() >= (mostPackets - 1) * IP_BYTES;
      const decision = control.next(samples, { elapsedMs, capped });
      if (decision.kind === 'pace') pace(decision);
      if (decision.kind !== 'done') continue;
      const { estimate } = decision;
      const delayUs = estimate?.delayUs ?? null;
      return {
        estimate: estimate && withStrain(estimate, run.strain(), samples),
        queueMs: delayUs === null ? null : Math.max(0, delayUs - idleUs) / 1000,
        bytes: run.bytes(),
        broke: false,
      };
    }
  } finally {
    run.stop();
  }
}

/** IP bytes that the sender was told to send by now. */
function countOrdered() {
  let bytes = 0;
  let bytesPerMs = 0;
  let sinceMs = performance.now();
  const now = () => bytes + bytesPerMs * (performance.now() - sinceMs);
  return {
    pace(mbps: number, burst: number): void {
      bytes = now() + burst * IP_BYTES;
      bytesPerMs = 125 * mbps;
      sinceMs = performance.now();
    },
    bytes: now,
  };
}

function watchArrivals(run: FlowRun, onRate: (mbps: number) => void) {
  const startMs = performance.now();
  let changedAt = startMs;
  let toldAt = startMs;
  let came = 0;
  return () => {
    const samples = run.samples();
    const now = performance.now();
    const last = samples.at(-1);
    if (last && last.packets > came) {
      came = last.packets;
      changedAt = now;
    }
    if (last && now - toldAt > TELL_EVERY_MS) {
      toldAt = now;
      onRate(fittedRate(samples.filter(({ atUs }) => last.atUs - atUs < 2_000 * TELL_EVERY_MS)) ?? 0);
    }
    return { samples, silentMs: now - changedAt, elapsedMs: now - startMs };
  };
}
