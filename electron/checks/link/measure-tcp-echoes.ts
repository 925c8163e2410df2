import { tcpChannel } from './echo-channel.ts';
import { type EchoTiming, echoTiming } from './echo-stats.ts';
import { type EchoPlan, runEchoes } from './echoes.ts';
import type { LinkTarget } from './target.ts';

/** The sequences of the echoes over UDP, which may have come before, end below. */
const PLAN: EchoPlan = { count: 50, everyMs: 20, bytes: 200, firstSequence: 1_000, silentMs: 1_500 };

/** Echoes over TCP. Null when none comes back. */
export async function measureTcpEchoes(
  target: LinkTarget,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<{ readonly timing: EchoTiming; readonly bytes: number } | null> {
  const channel = await tcpChannel(target, signal).catch(() => null);
  if (!channel) return null;
  try {
    const samples = await runEchoes(channel, target, PLAN, signal, onProgress);
    const timing = echoTiming(samples);
    const answered = samples.filter(({ reply }) => reply !== null).length;
    return timing && { timing, bytes: PLAN.bytes * (samples.length + answered) };
  } finally {
    await channel.close();
  }
}
