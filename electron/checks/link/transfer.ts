import type { Duplex } from 'node:stream';
import type { LinkThroughput } from '../../../shared/checks/link/measurement.ts';
import type { LinkStreamMode } from '../../../shared/protocol/link-stream.ts';
import { openStream } from './open-stream.ts';
import { arrived, pause, withResolvers } from './pause.ts';
import { estimateRate, type RateSample } from './rate.ts';
import { resetStream } from './stream-end.ts';
import type { LinkTarget } from './target.ts';

/** Several, because one TCP stream under a little loss does not fill a line. */
const STREAMS = 6;
const FLOW_MS = 1_500;
/** Until the first byte is seen. */
const START_MS = 1_000;
/** No byte for so long at the end of the flow: the path is gone. */
const SILENT_US = 700_000;

/** This near to what the hub has set aside, that was the limit. */
const NEAR_MOST = 0.85;

/** What one direction gave. */
export interface Transfer {
  readonly throughput: LinkThroughput | null;
  readonly bytes: number;
  /** Nothing came any more, although there was time left. */
  readonly broke: boolean;
}

/** What a direction does with its open streams: `took` tells the receiver's count, `enough` ends the flow. */
export interface Flow {
  readonly took: (sample: RateSample) => void;
  readonly enough: () => void;
}

/**
 * Runs one direction over several streams for about a second and a half, and measures at the receiver. All streams are
 * closed when it resolves. Never rejects.
 */
export async function transfer(
  target: LinkTarget,
  mode: Extract<LinkStreamMode, 'sink' | 'source'>,
  start: (streams: readonly Duplex[], flow: Flow) => void,
  signal: AbortSignal,
): Promise<Transfer> {
  const opened = await Promise.allSettled(Array.from({ length: STREAMS }, () => openStream(target, mode, signal)));
  const streams = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const samples: RateSample[] = [];
  const begun = withResolvers<void>();
  const enough = withResolvers<void>();
  let tookAtUs = 0;
  try {
    if (streams.length === 0) return { throughput: null, bytes: 0, broke: !signal.aborted };
    start(streams, {
      took(sample) {
        samples.push(sample);
        tookAtUs = target.nowUs();
        begun.resolve();
      },
      enough: enough.resolve,
    });
    await Promise.race([begun.promise, enough.promise, pause(START_MS, signal)]);
    let capped = false;
    const ended = enough.promise.then(() => {
      capped = true;
    });
    await Promise.race([ended, pause(FLOW_MS, signal)]);
    await arrived();
    // By this machine's clock: the samples of an upload carry the hub's.
    const broke = !capped && !signal.aborted && target.nowUs() - tookAtUs > SILENT_US;
    return summary(samples, broke, target.mostMbps[mode === 'source' ? 'down' : 'up']);
  } finally {
    await Promise.all(streams.map(closeStream));
  }
}

function summary(unsorted: readonly RateSample[], broke: boolean, mostMbps: number): Transfer {
  const samples = [...unsorted].sort((a, b) => a.atUs - b.atUs);
  const rate = broke ? null : estimateRate(samples);
  // The hub let no more through: the line may carry more.
  const held = rate !== null && rate.mbps > NEAR_MOST * mostMbps;
  return { throughput: held ? { ...rate, limitedBy: 'cap' } : rate, bytes: samples.at(-1)?.bytes ?? 0, broke };
}

function closeStream(stream: Duplex): Promise<void> {
  return new Promise((done) => {
    if (stream.closed) return done();
    stream.once('close', () => done());
    resetStream(stream);
  });
}
