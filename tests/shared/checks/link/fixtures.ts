import type { LinkNotReached, LinkReached } from '../../../../shared/checks/link/measurement.ts';

/** A good wired line, with room in every value. */
export const GOOD_LINE: LinkReached = {
  reached: true,
  nameMs: 1,
  tcpConnectMs: 12,
  grantMs: 30,
  udp: { sent: 200, received: 200, lossPct: 0, lossUpPct: 0, lossDownPct: 0, lossLowPct: 0, lossHighPct: 1.9 },
  rttMsP50: 12,
  rttMsP95: 15,
  jitterMs: 1,
  upload: { mbps: 20, limitedBy: 'line', bytes: 3_700_000, durationMs: 1500 },
  download: { mbps: 50, limitedBy: 'line', bytes: 5_900_000, durationMs: 950 },
  clock: { offsetMs: 40, errorMs: 7 },
  interruptedDuring: null,
  adapter: { name: 'eth0', type: 'wired', speedMbps: 1000 },
  bytesUsed: 9_700_000,
  durationMs: 5000,
};

export function notReached(step: LinkNotReached['step'], cause: string): LinkNotReached {
  return { reached: false, step, cause, host: 'hub.gialai.gov.vn:8443', durationMs: 100 };
}
