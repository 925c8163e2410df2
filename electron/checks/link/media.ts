import type { OwnDelays } from '../../../shared/checks/link/media-measurement.ts';
import { ownDelays } from '../../../shared/checks/link/own-delays.ts';
import { IP_UDP_BYTES } from '../../../shared/protocol/link-pace.ts';
import { type LinkTally, readTally } from '../../../shared/protocol/link-tally.ts';
import { LINK_HEADER_BYTES, LINK_MAX_BYTES } from '../../../shared/protocol/link-wire.ts';
import { type DownRun, downRun } from './down-run.ts';
import type { RunLimits } from './flow-run.ts';
import { pause, withResolvers } from './pause.ts';
import type { UdpPath } from './udp-path.ts';
import { upRun } from './up-run.ts';

export interface MediaPlan {
  /** Of the meeting, each way, IP bits. */
  readonly mbps: number;
  /** Each way. */
  readonly packets: number;
  readonly rttMs: number;
  readonly runs: { readonly up: number; readonly down: number };
  readonly onRate: (mbps: number) => void;
}

export interface MediaRun {
  readonly mbps: number;
  readonly packetBytes: number;
  readonly durationMs: number;
  /** One-way delays by packet, µs, NaN where lost. */
  readonly up: Float64Array;
  readonly down: Float64Array;
  /** What of the delays may be due to their receivers: the hub, and this machine. */
  readonly own: { readonly up: OwnDelays; readonly down: OwnDelays };
  /** IP bytes that the hub sent in all flows of the session. */
  readonly hubSentBytes: number;
}

/** As meetings send: sound every 20 ms and several packets of picture in between. */
export const MEDIA_EVERY_MS = 4;
const TAIL_MS = 120;
/** A hub that stands still tells later; a dead path costs as much. */
const FINISH_MS = 1_800;
/** To find out that one got lost would take a round trip. */
const TWICE = [1, 2];
const LOOK_EVERY_MS = 40;

/** Sends both ways at once at the meeting's rate. Null when the hub does not tell any more what it got. */
export async function runMedia(path: UdpPath, plan: MediaPlan, signal: AbortSignal): Promise<MediaRun | null> {
  const { packets, rttMs } = plan;
  const ipBytes = Math.round((plan.mbps * 1000 * MEDIA_EVERY_MS) / 8);
  const packetBytes = Math.max(LINK_HEADER_BYTES, Math.min(LINK_MAX_BYTES, ipBytes - IP_UDP_BYTES));
  const mbps = (8 * (packetBytes + IP_UDP_BYTES)) / (1000 * MEDIA_EVERY_MS);
  const durationMs = packets * MEDIA_EVERY_MS;
  const limits: RunLimits = { packetBytes, mostPackets: packets, mostMs: durationMs + 800 };
  const start = performance.now();
  const down = downRun(path, plan.runs.down, limits, rttMs + 60);
  const up = upRun(path, plan.runs.up, limits);
  try {
    down.pace({ mbps, burst: 1, even: false });
    up.pace({ mbps, burst: 1, even: false });
    while (performance.now() - start < durationMs + rttMs + TAIL_MS && !signal.aborted) {
      await pause(LOOK_EVERY_MS, signal);
      plan.onRate(rateNow(down));
    }
    const sent = Math.round(up.bytes() / (packetBytes + IP_UDP_BYTES));
    const tally = signal.aborted ? null : await askTally(path, { ...plan, packets: sent }, signal);
    if (!tally) return null;
    // A machine without time sends less: that is no loss.
    const came = down.delays(tally.sent);
    return {
      mbps,
      packetBytes,
      durationMs,
      up: tally.delays,
      down: came.seen,
      own: { up: tally.own, down: ownDelays(came) },
      hubSentBytes: tally.sentBytes,
    };
  } finally {
    down.stop();
    up.stop();
  }
}

function rateNow(down: DownRun): number {
  const samples = down.samples();
  const last = samples.at(-1);
  const first = samples.find(({ atUs }) => last && last.atUs - atUs < 200_000);
  return !first || !last || last.atUs === first.atUs ? 0 : (8 * (last.bytes - first.bytes)) / (last.atUs - first.atUs);
}

async function askTally(path: UdpPath, { runs, packets, rttMs }: MediaPlan, signal: AbortSignal) {
  const told = withResolvers<LinkTally>();
  const off = path.on('tally', ({ header, bytes }) => {
    const tally = header.run === runs.up ? readTally(bytes) : null;
    if (tally?.delays.length === packets) told.resolve(tally);
  });
  try {
    for (const until = performance.now() + FINISH_MS; performance.now() < until && !signal.aborted; ) {
      for (const _ of TWICE) path.send({ type: 'finish', run: runs.up, step: 0, sequence: packets }, LINK_MAX_BYTES);
      const tally = await Promise.race([told.promise, pause(rttMs + 80, signal)]);
      if (tally) return tally;
    }
    return null;
  } finally {
    off();
  }
}
