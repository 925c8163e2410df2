import { type ArrivalLog, type ArrivalSample, logArrivals } from '../../../shared/protocol/link-arrivals.ts';
import { LINK_RUN_PACKETS, LINK_SESSION_RUNS } from '../../../shared/protocol/link-caps.ts';
import { encodeFlow } from '../../../shared/protocol/link-flow-wire.ts';
import { IP_UDP_BYTES } from '../../../shared/protocol/link-pace.ts';
import { LINK_REPORT_SAMPLES, reportSize, writeReport } from '../../../shared/protocol/link-report.ts';
import { LINK_TALLY_PACKETS, tallySize, writeTally } from '../../../shared/protocol/link-tally.ts';
import { type LatenessMeter, meterLateness } from '../../time/lateness.ts';
import type { FlowDatagram, FlowPort } from './flow-port.ts';

/** Samples no closer than this, so that the reports stay thin beside the flow. */
const SAMPLE_EVERY_US = 2_000;
const REPORT_EVERY_MS = 10;

export interface FlowReceiver {
  readonly take: (datagram: FlowDatagram) => void;
  /** Tells all it saw of a run; `packets`: how many were sent. */
  readonly tally: (run: number, packets: number) => void;
  readonly stop: () => void;
}

/** The hub's end of the flows from the point: it only counts, and tells the point what it saw while it sees it. */
export function receiveFlows(port: FlowPort): FlowReceiver {
  let run = 0;
  let log: ArrivalLog | null = null;
  let meter: LatenessMeter | null = null;
  let timer: NodeJS.Timeout | null = null;
  let reports = 0;
  return {
    take({ header, bytes, atUs }) {
      if (header.run > run && header.run <= LINK_SESSION_RUNS) begin(header.run);
      const { sequence, sentUs, step } = header;
      const arrival = { atUs, bytes: bytes.byteLength + IP_UDP_BYTES, sequence, sentUs, step };
      if (header.run === run && log?.take(arrival)) timer ??= setTimeout(report, REPORT_EVERY_MS);
      else port.drops.count('replayed');
    },
    tally(asked, packets) {
      if (asked !== run || !log) return;
      const delays = log.delays(Math.min(packets, LINK_TALLY_PACKETS));
      const bytes = encodeFlow(headerOf('tally', 0), tallySize(delays.length));
      writeTally(bytes, delays);
      port.send(bytes);
    },
    stop,
  };

  function begin(newRun: number): void {
    stop();
    run = newRun;
    reports = 0;
    log = logArrivals({ mostPackets: LINK_RUN_PACKETS, everyUs: SAMPLE_EVERY_US, keepDelays: true });
    meter = meterLateness();
  }

  function report(): void {
    timer = null;
    const samples = log?.drain() ?? [];
    for (let from = 0; from < samples.length; from += LINK_REPORT_SAMPLES) {
      sendReport(samples.slice(from, from + LINK_REPORT_SAMPLES));
    }
  }

  function sendReport(samples: readonly ArrivalSample[]): void {
    const bytes = encodeFlow(headerOf('report', reports), reportSize(samples.length));
    writeReport(bytes, { lateShare: meter?.share() ?? 0, samples });
    reports += 1;
    port.send(bytes);
  }

  function headerOf(type: 'report' | 'tally', sequence: number) {
    return { type, session: port.session.id, sequence, sentUs: port.session.nowUs(), run, step: 0 };
  }

  function stop(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    meter?.stop();
    meter = null;
  }
}
