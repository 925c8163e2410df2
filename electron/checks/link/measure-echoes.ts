import type { LinkUdp } from '../../../shared/checks/link/measurement.ts';
import { type EchoChannel, tcpChannel, udpChannel } from './echo-channel.ts';
import { type EchoSample, type EchoTiming, echoLoss, echoTiming, livingPart } from './echo-stats.ts';
import { type EchoPlan, runEchoes } from './echoes.ts';
import type { LinkTarget } from './target.ts';

/** Two seconds of packets at the pace and size of a call's sound. */
const OVER_UDP: EchoPlan = { count: 200, everyMs: 10, bytes: 200, firstSequence: 0, silentMs: 1_000 };
const OVER_TCP: EchoPlan = { count: 50, everyMs: 20, bytes: 200, firstSequence: 1_000, silentMs: 1_500 };

export interface Echoes {
  /** Null: UDP is blocked, and the timing is that of TCP. */
  readonly udp: LinkUdp | null;
  readonly timing: EchoTiming;
  /** Set when no datagram came back any more from some moment on: `udp` is then of the time before, this of all of it. */
  readonly diedWith: LinkUdp | null;
  readonly bytes: number;
}

/** Echoes over UDP, or over TCP where no datagram comes back. Null when neither brings an answer. */
export async function measureEchoes(
  target: LinkTarget,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<Echoes | null> {
  const overUdp = await collect(await udpChannel(target).catch(() => null), target, OVER_UDP, signal, onProgress);
  const { living, died } = livingPart(overUdp);
  const timing = echoTiming(living);
  const bytes = carried(overUdp, OVER_UDP);
  if (timing) return { udp: echoLoss(living), timing, diedWith: died ? echoLoss(overUdp) : null, bytes };
  const channel = await tcpChannel(target, signal).catch(() => null);
  const overTcp = await collect(channel, target, OVER_TCP, signal, onProgress);
  const fallback = echoTiming(overTcp);
  if (!fallback) return null;
  return { udp: null, timing: fallback, diedWith: null, bytes: bytes + carried(overTcp, OVER_TCP) };
}

async function collect(
  channel: EchoChannel | null,
  target: LinkTarget,
  plan: EchoPlan,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<readonly EchoSample[]> {
  if (!channel) return [];
  try {
    return await runEchoes(channel, target, plan, signal, onProgress);
  } finally {
    await channel.close();
  }
}

/** Datagrams both ways. */
function carried(samples: readonly EchoSample[], plan: EchoPlan): number {
  return plan.bytes * (samples.length + samples.filter(({ reply }) => reply !== null).length);
}
