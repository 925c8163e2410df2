import { ownDelays } from '../../../shared/checks/link/own-delays.ts';
import { type ArrivalLog, type ArrivalSample, logArrivals } from '../../../shared/protocol/link-arrivals.ts';
import { LINK_RUN_PACKETS, LINK_SESSION_RUNS } from '../../../shared/protocol/link-caps.ts';
import { encodeFlow } from '../../../shared/protocol/link-flow-wire.ts';
import { IP_UDP_BYTES } from '../../../shared/protocol/link-pace.ts';
import { LINK_REPORT_SAMPLES, reportSize, writeReport } from '../../../shared/protocol/link-report.ts';
import { LINK_TALLY_PACKETS, tallySize, writeTally } from '../../../shared/protocol/link-tally.ts';
import { meterStrain, NO_STRAIN, type Strain, type StrainMeter } from '../../time/strain.ts';
import type { FlowDatagram, FlowPort } from './flow-port.ts';

/** Samples no closer than this, so that the reports stay thin beside the flow. */
const SAMPLE_EVERY_US = 2_000;
const REPORT_EVERY_MS = 10;
/** Once nothing comes any more, the last samples are told again: the report that held them may be lost. */
const AGAIN_AFTER_MS = [30, 60, 120];
const TOLD_AGAIN = 40;

export interface FlowReceiver {
  readonly take: (datagram: FlowDatagram) => void;
  /** Tells all it saw of a run in which `packets` were sent, and how many the hub itself sent in its own. */
  readonly tally: (run: number, packets: number, ownSent: number) => void;
  readonly stop: () => void;
}

/** The hub's end of the flows from the point: it only counts, and tells the point what it saw while it sees it. */
export function receiveFlows(port: FlowPort): FlowReceiver {
  let run = 0;
  let log: ArrivalLog | null = null;
  let meter: StrainMeter | null = null;
  let timer: NodeJS.Timeout | null = null;
  let reports = 0;
  let repeating = false;
  let told: readonly ArrivalSample[] = [];
  return {
    take({ header, bytes, atUs, unseenUs }) {
      if (header.run > run && header.run <= LINK_SESSION_RUNS) begin(header.run);
      const { sequence, sentUs, step } = header;
      const arrival = { atUs, bytes: bytes.byteLength + IP_UDP_BYTES, sequence, sentUs, step, unseenUs };
      if (header.run === run && log?.take(arrival)) reportSoon();
      else port.drops.count('replayed');
    },
    tally(asked, packets, sent) {
      if (asked !== run || !log) return;
      const delays = log.delays(Math.min(packets, LINK_TALLY_PACKETS));
      const bytes = encodeFlow(headerOf('tally', 0), tallySize(delays.seen.length));
      writeTally(bytes, { sent, sentBytes: port.sentBytes(), delays: delays.seen, own: ownDelays(delays) });
      port.send(bytes);
    },
    stop,
  };

  function begin(newRun: number): void {
    stop();
    run = newRun;
    reports = 0;
    told = [];
    log = logArrivals({ mostPackets: LINK_RUN_PACKETS, everyUs: SAMPLE_EVERY_US, keepDelays: true });
    meter = meterStrain();
  }

  function reportSoon(): void {
    if (timer && !repeating) return;
    if (timer) clearTimeout(timer);
    repeating = false;
    timer = setTimeout(report, REPORT_EVERY_MS);
  }

  function report(): void {
    const samples = log?.drain() ?? [];
    told = [...told, ...samples].slice(-TOLD_AGAIN);
    send(samples);
    repeat(0);
  }

  function repeat(times: number): void {
    const afterMs = AGAIN_AFTER_MS[times];
    timer = null;
    if (afterMs === undefined) return;
    repeating = true;
    timer = setTimeout(() => {
      send(told);
      repeat(times + 1);
    }, afterMs);
  }

  function send(samples: readonly ArrivalSample[]): void {
    for (let from = 0; from < samples.length; from += LINK_REPORT_SAMPLES) {
      sendReport(samples.slice(from, from + LINK_REPORT_SAMPLES));
    }
  }

  function sendReport(samples: readonly ArrivalSample[]): void {
    const bytes = encodeFlow(headerOf('report', reports), reportSize(samples.length));
    writeReport(bytes, { strain: strainNow(), samples });
    reports += 1;
    port.send(bytes);
  }

  function strainNow(): Strain {
    return meter?.read() ?? NO_STRAIN;
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
