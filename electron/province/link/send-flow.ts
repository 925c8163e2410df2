import { randomBytes } from 'node:crypto';
import {
  LINK_MOST_KBPS,
  LINK_RUN_MS,
  LINK_RUN_PACKETS,
  LINK_SESSION_RUNS,
} from '../../../shared/protocol/link-caps.ts';
import { encodeFlow } from '../../../shared/protocol/link-flow-wire.ts';
import { IP_UDP_BYTES, type LinkPace } from '../../../shared/protocol/link-pace.ts';
import { LINK_HEADER_BYTES, LINK_MAX_BYTES } from '../../../shared/protocol/link-wire.ts';
import { type Pacer, startPacer } from '../../time/pacer.ts';
import type { FlowPort } from './flow-port.ts';

/** Random, so that no box on the way can compress it. */
const PADDING = randomBytes(LINK_MAX_BYTES - LINK_HEADER_BYTES);

export interface FlowSender {
  /** Obeys a pace of this run and step; one that is older than what it does changes nothing. */
  readonly obey: (run: number, step: number, pace: LinkPace) => void;
  /** Packets of the latest run so far. */
  readonly sent: () => number;
  readonly stop: () => void;
}

/** The hub's end of the flows to the point: one at a time, inside the caps whatever it is asked for. */
export function sendFlows(port: FlowPort): FlowSender {
  let run = 0;
  let step = 0;
  let sent = 0;
  let limits = { packets: 0, packetBytes: LINK_MAX_BYTES };
  let pacer: Pacer | null = null;
  let timer: NodeJS.Timeout | null = null;

  return {
    obey(newRun, newStep, pace) {
      if (newRun < run || newRun > LINK_SESSION_RUNS || (newRun === run && newStep <= step)) return;
      if (newRun > run) begin(newRun, pace);
      step = newStep;
      limits = { packets: Math.min(pace.mostPackets, LINK_RUN_PACKETS), packetBytes: pace.packetBytes };
      const kbps = Math.min(
        pace.kbps,
        1000 * (port.session.mostMbps()?.down ?? Number.POSITIVE_INFINITY),
        LINK_MOST_KBPS,
      );
      const everyMs = (8 * (pace.packetBytes + IP_UDP_BYTES)) / kbps;
      pacer?.set({ burst: Math.min(pace.burst, limits.packets), everyMs, even: pace.even });
    },
    sent: () => sent,
    stop,
  };

  function begin(newRun: number, { mostMs }: LinkPace): void {
    stop();
    run = newRun;
    sent = 0;
    pacer = startPacer(sendOne);
    timer = setTimeout(stop, Math.min(mostMs, LINK_RUN_MS));
  }

  function sendOne(): boolean {
    if (sent >= limits.packets) return false;
    const header = { type: 'data', session: port.session.id, sequence: sent, run, step } as const;
    const bytes = encodeFlow({ ...header, sentUs: port.session.nowUs() }, limits.packetBytes);
    bytes.set(PADDING.subarray(0, limits.packetBytes - LINK_HEADER_BYTES), LINK_HEADER_BYTES);
    sent += 1;
    return port.send(bytes);
  }

  function stop(): void {
    pacer?.stop();
    pacer = null;
    if (timer) clearTimeout(timer);
  }
}
