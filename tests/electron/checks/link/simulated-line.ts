import { controlFlow, type FlowDecision, type FlowEstimate } from '../../../../electron/checks/link/flow-control.ts';
import { logArrivals } from '../../../../shared/protocol/link-arrivals.ts';

/** One direction of a line, computed instead of waited for. Rates are of IP bits. */
export interface SimulatedLine {
  /** At a time in ms since the flow began. */
  readonly mbpsAt: (ms: number) => number;
  readonly bufferMs: number;
  /** Bytes that pass unshaped after idling. */
  readonly burstBytes?: number;
  readonly oneWayMs: number;
  /** Each packet is delayed by up to so much more or less, none overtakes another. */
  readonly jitterMs?: number;
  readonly lossPct?: number;
  /** From then on nothing arrives. */
  readonly diesAtMs?: number;
  /** As fast as the sender can send. */
  readonly senderMbps?: number;
  /** The sender stands still for so long, so often. */
  readonly stall?: { readonly everyMs: number; readonly forMs: number };
}

export interface SimulatedRun {
  readonly estimate: FlowEstimate | null;
  readonly elapsedMs: number;
  readonly bytes: number;
}

const PACKET = 1_428;
const TICK_MS = 1.1;
const LOOK_MS = 8;
/** An even sender does not make up for more packets than this. */
const EVEN_BEHIND = 2;
const CAP = { ms: 2_000, bytes: 9_000_000 };

/** A flow under the real control over a simulated line. `random` gives numbers from 0 to 1. */
export function simulateFlow(
  line: SimulatedLine,
  known: { readonly coarseMbps: number; readonly mostMbps?: number },
  random: () => number,
): SimulatedRun {
  const jitterMs = line.jitterMs ?? 0;
  const idleMs = line.oneWayMs - jitterMs;
  const control = controlFlow({
    coarseMbps: known.coarseMbps,
    mostMbps: known.mostMbps ?? 450,
    idleBelowUs: 1_000 * (idleMs + Math.max(1.5, 2.2 * jitterMs)) + (8 * PACKET) / known.coarseMbps,
    queueMs: Math.min(150, Math.max(25, 5 * jitterMs)),
    packetBytes: PACKET,
  });
  const log = logArrivals({ mostPackets: 20_000, everyUs: 1_000 });
  const arriving: { atMs: number; sequence: number; sentMs: number; step: number }[] = [];
  const carry = simulateLine(line, random);
  const samples: ReturnType<typeof log.drain>[number][] = [];
  let step = 1;
  let pace = control.first;
  let credit = burstOf(pace);
  let sequence = 0;
  /** What was decided takes half a round trip to be obeyed. */
  const orders: { readonly atMs: number; readonly pace: typeof control.first }[] = [];
  let looked = 0;
  let arrived = 0;
  for (let nowMs = 0; ; nowMs += TICK_MS) {
    while (orders[0] && orders[0].atMs <= nowMs) {
      pace = orders.shift()?.pace ?? pace;
      step += 1;
      credit = Math.max(0, credit) + burstOf(pace);
    }
    const stalled = line.stall && nowMs % line.stall.everyMs < line.stall.forMs;
    const mbps = Math.min(pace.mbps, line.senderMbps ?? Number.POSITIVE_INFINITY);
    const perTick = (mbps * 125 * TICK_MS) / PACKET;
    credit = Math.min(credit + perTick, pace.even ? EVEN_BEHIND + perTick : 600);
    for (; credit >= 1 && !stalled && sequence * PACKET < CAP.bytes; credit -= 1) {
      const atMs = carry(nowMs);
      if (atMs !== null) arriving.push({ atMs, sequence, sentMs: nowMs, step });
      sequence += 1;
    }
    for (let next = arriving[arrived]; next && next.atMs <= nowMs; next = arriving[arrived]) {
      arrived += 1;
      const { atMs, sentMs } = next;
      log.take({ ...next, atUs: 1_000 * atMs, sentUs: 1_000 * sentMs, bytes: PACKET });
    }
    if (nowMs - looked < LOOK_MS) continue;
    looked = nowMs;
    samples.push(...log.drain());
    const capped = nowMs > CAP.ms || sequence * PACKET >= CAP.bytes;
    const decision: FlowDecision = control.next(samples, { elapsedMs: nowMs, capped });
    if (decision.kind === 'pace') orders.push({ atMs: nowMs + line.oneWayMs, pace: decision });
    if (decision.kind === 'done') return { estimate: decision.estimate, elapsedMs: nowMs, bytes: sequence * PACKET };
  }
}

function burstOf({ mbps, queueMs }: { readonly mbps: number; readonly queueMs: number }): number {
  return Math.ceil((queueMs * mbps * 125) / PACKET);
}

/** When a packet sent now arrives; null: never. */
function simulateLine(line: SimulatedLine, random: () => number): (nowMs: number) => number | null {
  let freeAtMs = Number.NEGATIVE_INFINITY;
  let lastMs = 0;
  return (nowMs) => {
    if (random() < (line.lossPct ?? 0) / 100) return null;
    const msPerByte = 1 / (125 * line.mbpsAt(nowMs));
    freeAtMs = Math.max(freeAtMs, nowMs - (line.burstBytes ?? 0) * msPerByte);
    const queuedMs = Math.max(0, freeAtMs - nowMs);
    if (queuedMs > line.bufferMs) return null;
    freeAtMs += PACKET * msPerByte;
    const jitter = (2 * random() - 1) * (line.jitterMs ?? 0);
    lastMs = Math.max(lastMs, Math.max(freeAtMs, nowMs) + line.oneWayMs + jitter);
    return nowMs >= (line.diesAtMs ?? Number.POSITIVE_INFINITY) ? null : lastMs;
  };
}
