import { type ArrivalSample, type KeptDelays, logArrivals } from '../../../shared/protocol/link-arrivals.ts';
import { LINK_RUN_PACKETS } from '../../../shared/protocol/link-caps.ts';
import { IP_UDP_BYTES, LINK_PACE_BYTES, type LinkPace, writePace } from '../../../shared/protocol/link-pace.ts';
import { meterStrain } from '../../time/strain.ts';
import type { FlowRun, RunLimits, RunPace } from './flow-run.ts';
import type { UdpPath } from './udp-path.ts';

/** Packets of one go of the event loop come closer than this. */
const SAMPLE_EVERY_US = 1_000;
/** A stop that got lost would let the hub go on to its cap. */
const STOPS = 4;
const STOP_EVERY_MS = 15;
const AGAIN_MS = 6;

/** A downstream flow also keeps when each packet came. */
export interface DownRun extends FlowRun {
  readonly delays: (count: number) => KeptDelays;
}

/** The hub sends, this machine counts. A pace is asked for again every `retryMs` until data of its step comes. */
export function downRun(path: UdpPath, run: number, limits: RunLimits, retryMs: number): DownRun {
  const log = logArrivals({ mostPackets: LINK_RUN_PACKETS, everyUs: SAMPLE_EVERY_US, keepDelays: true });
  const meter = meterStrain();
  const samples: ArrivalSample[] = [];
  let step = 0;
  let obeyed = 0;
  let highest = -1;
  let stopped = false;
  let retry: NodeJS.Timeout | null = null;
  const off = path.on('data', ({ header, bytes, atUs, unseenUs }) => {
    if (header.run !== run) return;
    const { sequence, sentUs } = header;
    highest = Math.max(highest, sequence);
    obeyed = Math.max(obeyed, header.step);
    log.take({ atUs, bytes: bytes.byteLength + IP_UDP_BYTES, sequence, sentUs, step: header.step, unseenUs });
  });
  return {
    pace(pace) {
      step += 1;
      ask(paceOf(pace, limits), step);
    },
    samples() {
      samples.push(...log.drain());
      return samples;
    },
    delays: log.delays,
    strain: meter.read,
    bytes: () => (highest + 1) * (limits.packetBytes + IP_UDP_BYTES),
    stop() {
      if (stopped) return;
      stopped = true;
      step += 1;
      meter.stop();
      off();
      stopAsking();
      tellToStop(step, STOPS);
    },
  };

  function ask(pace: LinkPace, asked: number): void {
    stopAsking();
    tell(pace, asked);
    // Once more: to find out that it got lost would take a round trip.
    setTimeout(() => tell(pace, asked), AGAIN_MS).unref();
    retry = setTimeout(() => {
      if (obeyed < asked && !stopped) ask(pace, asked);
    }, retryMs);
  }

  function tell(pace: LinkPace, asked: number): void {
    path.send({ type: 'pace', run, step: asked, sequence: 0 }, LINK_PACE_BYTES, (bytes) => {
      writePace(bytes, path.cookie, pace);
    });
  }

  function stopAsking(): void {
    if (retry) clearTimeout(retry);
  }

  function tellToStop(asked: number, times: number): void {
    tell({ ...paceOf({ mbps: 0, burst: 0, even: false }, limits), mostPackets: 0 }, asked);
    if (times > 1) setTimeout(() => tellToStop(asked, times - 1), STOP_EVERY_MS).unref();
  }
}

function paceOf({ mbps, burst, even }: RunPace, limits: RunLimits): LinkPace {
  return { kbps: Math.round(mbps * 1000), burst: Math.min(burst, 65_535), even, ...limits };
}
