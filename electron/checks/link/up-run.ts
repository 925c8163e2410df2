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
  let lateShare = 0;
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
    lateShare = report.lateShare;
    const last = samples.at(-1)?.atUs ?? 0;
    samples.push(...report.samples);
    // Reports may overtake each other.
    if ((report.samples[0]?.atUs ?? last) < last) samples = samples.sort((a, b) => a.atUs - b.atUs);
  });
  return {
    pace({ mbps, burst, even }) {
      step += 1;
      pacer.set({ burst, everyMs: (8 * (packetBytes + IP_UDP_BYTES)) / (1000 * mbps), even });
    },
    samples: () => samples,
    lateShare: () => lateShare,
    bytes: () => sent * (packetBytes + IP_UDP_BYTES),
    stop() {
      clearTimeout(timer);
      pacer.stop();
      off();
    },
  };
}
