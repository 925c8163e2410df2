import { randomBytes } from 'node:crypto';
import type { ArrivalSample } from '../../../shared/protocol/link-arrivals.ts';
import { IP_UDP_BYTES } from '../../../shared/protocol/link-pace.ts';
import { readReport } from '../../../shared/protocol/link-report.ts';
import { LINK_HEADER_BYTES, LINK_MAX_BYTES } from '../../../shared/protocol/link-wire.ts';
import { startPacer } from '../../time/pacer.ts';
import type { FlowRun, RunLimits } from './flow-run.ts';
import type { UdpPath } from './udp-path.ts';

/** Random, so that no box on the way can compress it. */
const PADDING = randomBytes(LINK_MAX_BYTES - LINK_HEADER_BYTES);

/** This machine sends, the hub counts and reports. */
export function upRun(path: UdpPath, run: number, limits: RunLimits): FlowRun {
  const { packetBytes, mostPackets, mostMs } = limits;
  const padding = PADDING.subarray(0, packetBytes - LINK_HEADER_BYTES);
  let samples: ArrivalSample[] = [];
  // Each sample has its own count; one that is told again is the same.
  const known = new Set<number>();
  let strain = { late: 0, active: 0 };
  let step = 0;
  let sent = 0;
  const pacer = startPacer(() => {
    if (sent >= mostPackets) return false;
    path.send({ type: 'data', run, step, sequence: sent }, packetBytes, (bytes) =>
      bytes.set(padding, LINK_HEADER_BYTES),
    );
    sent += 1;
    return true;
  });
  const timer = setTimeout(pacer.stop, mostMs);
  const off = path.on('report', ({ header, bytes }) => {
    const report = header.run === run ? readReport(bytes) : null;
    if (!report) return;
    strain = report.strain;
    const last = samples.at(-1)?.packets ?? 0;
    const fresh = report.samples.filter(({ packets }) => !known.has(packets));
    for (const { packets } of fresh) known.add(packets);
    samples.push(...fresh);
    // Reports may overtake each other.
    if ((fresh[0]?.packets ?? last) < last) samples = samples.sort((a, b) => a.packets - b.packets);
  });
  return {
    pace({ mbps, burst, even }) {
      step += 1;
      pacer.set({ burst, everyMs: (8 * (packetBytes + IP_UDP_BYTES)) / (1000 * mbps), even });
    },
    samples: () => samples,
    strain: () => strain,
    bytes: () => sent * (packetBytes + IP_UDP_BYTES),
    stop() {
      clearTimeout(timer);
      pacer.stop();
      off();
    },
  };
}
