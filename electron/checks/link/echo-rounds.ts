import { IP_UDP_BYTES, LINK_PROVE_BYTES } from '../../../shared/protocol/link-pace.ts';
import { type EchoSample, ENOUGH_IN_TIME, seenInTime } from './echo-stats.ts';
import { runEchoes } from './echoes.ts';
import { percentile } from './fit.ts';
import type { LinkTarget } from './target.ts';
import type { UdpPath } from './udp-path.ts';

const EVERY_MS = 20;
const BYTES = LINK_PROVE_BYTES;
const MOST = 100;
const SILENT_MS = 1_000;
/** The middle, taken over all pairs of ways, is off by about the echoes' deviation over the root of their number. */
const SURE_WITHIN = { ms: 0.6, share: 0.008 };

/** IP bytes of an echo. */
export const ECHO_IP_BYTES = BYTES + IP_UDP_BYTES;

export interface EchoRounds {
  readonly samples: readonly EchoSample[];
  /** IP bytes, both ways. */
  readonly bytes: number;
}

/** Spaced echoes: 25, and up to 100 where their times vary so much that the middle of fewer would not be sure. */
export async function runEchoRounds(
  path: UdpPath,
  target: LinkTarget,
  signal: AbortSignal,
  on: { readonly progress: (fraction: number) => void; readonly rtt: (ms: number) => void },
): Promise<EchoRounds> {
  const plan = {
    count: MOST,
    everyMs: EVERY_MS,
    bytes: BYTES,
    firstSequence: 0,
    silentMs: SILENT_MS,
    cookie: path.cookie,
    enough(soFar: readonly EchoSample[]) {
      on.rtt(percentile(rttsMs(soFar), 0.5));
      return isSure(soFar);
    },
  };
  const samples = await runEchoes(path.echoes, target, plan, signal, on.progress);
  const answered = samples.filter(({ reply }) => reply !== null).length;
  return { samples, bytes: ECHO_IP_BYTES * (samples.length + answered) };
}

function isSure(samples: readonly EchoSample[]): boolean {
  const rtts = rttsMs(seenInTime(samples));
  const middle = percentile(rtts, 0.5);
  // The middle half spans 1.35 deviations of a normal distribution, and a little more of others: good enough to stop by.
  const deviation = (percentile(rtts, 0.75) - percentile(rtts, 0.25)) / 1.35;
  const enough = Math.min(ENOUGH_IN_TIME, Math.max(1, rttsMs(samples).length));
  return rtts.length >= enough && deviation / Math.sqrt(rtts.length) <= SURE_WITHIN.ms + SURE_WITHIN.share * middle;
}

function rttsMs(samples: readonly EchoSample[]): number[] {
  return samples.flatMap(({ sentUs, reply }) =>
    reply ? [(reply.atUs - sentUs - (reply.repliedUs - reply.receivedUs)) / 1000] : [],
  );
}
