import { IP_UDP_BYTES, LINK_PROVE_BYTES } from '../../../shared/protocol/link-pace.ts';
import { type EchoSample, livingPart } from './echo-stats.ts';
import { runEchoes } from './echoes.ts';
import { percentile } from './fit.ts';
import type { LinkTarget } from './target.ts';
import type { UdpPath } from './udp-path.ts';

const EVERY_MS = 20;
const BYTES = LINK_PROVE_BYTES;
const ROUND = 25;
const MOST_ROUNDS = 4;
const SILENT_MS = 1_000;
/** The middle of so many echoes is off by about 1.25 of their deviation over the root of their number. */
const SURE_WITHIN = { ms: 0.5, share: 0.005 };

/** IP bytes of an echo. */
export const ECHO_IP_BYTES = BYTES + IP_UDP_BYTES;

export interface EchoRounds {
  readonly samples: readonly EchoSample[];
  /** IP bytes, both ways. */
  readonly bytes: number;
}

/** Spaced echoes: 25, and up to 100 where their times vary so much that the middle of 25 would not be sure. */
export async function runEchoRounds(
  path: UdpPath,
  target: LinkTarget,
  signal: AbortSignal,
  on: { readonly progress: (fraction: number) => void; readonly rtt: (ms: number) => void },
): Promise<EchoRounds> {
  let samples: readonly EchoSample[] = [];
  for (let round = 0; round < MOST_ROUNDS && !signal.aborted; round += 1) {
    const plan = { count: ROUND, everyMs: EVERY_MS, bytes: BYTES, silentMs: SILENT_MS, cookie: path.cookie };
    const of = (fraction: number) => on.progress((round + fraction) / MOST_ROUNDS);
    const more = await runEchoes(path.echoes, target, { ...plan, firstSequence: round * ROUND }, signal, of);
    samples = [...samples, ...more];
    on.rtt(percentile(rttsMs(more), 0.5));
    if (isSure(samples) || livingPart(samples).died) break;
  }
  const answered = samples.filter(({ reply }) => reply !== null).length;
  return { samples, bytes: ECHO_IP_BYTES * (samples.length + answered) };
}

function isSure(samples: readonly EchoSample[]): boolean {
  const rtts = rttsMs(samples);
  const middle = percentile(rtts, 0.5);
  // The middle half spans 1.35 deviations of a normal distribution, and a little more of others: good enough to stop by.
  const deviation = (percentile(rtts, 0.75) - percentile(rtts, 0.25)) / 1.35;
  return rtts.length > 0 && (1.25 * deviation) / Math.sqrt(rtts.length) <= SURE_WITHIN.ms + SURE_WITHIN.share * middle;
}

function rttsMs(samples: readonly EchoSample[]): number[] {
  return samples.flatMap(({ sentUs, reply }) =>
    reply ? [(reply.atUs - sentUs - (reply.repliedUs - reply.receivedUs)) / 1000] : [],
  );
}
