import type { LinkReached, LinkThroughput } from '../../../shared/checks/link/measurement.ts';
import type { Transfer } from './transfer.ts';

/** What the phases on the line itself give: all of the measurement but the way to the hub and what stands around it. */
export type LineFindings = Pick<
  LinkReached,
  | 'transport'
  | 'udp'
  | 'rttMsP5'
  | 'rttMsP50'
  | 'rttMsP95'
  | 'jitterMs'
  | 'jitterUpMs'
  | 'jitterDownMs'
  | 'jitterRfcUpMs'
  | 'jitterRfcDownMs'
  | 'loadedRttMs'
  | 'media'
  | 'upload'
  | 'download'
  | 'clock'
  | 'interruptedDuring'
  | 'bytesUsed'
>;

/** Of a direction that was not tried, because the other one broke off. */
export const NOT_TRIED: Transfer = { throughput: null, bytes: 0, broke: true };

export function overTcp(throughput: LinkThroughput | null, method: 'tcp' | 'websocket' = 'tcp'): LinkThroughput | null {
  return throughput && { ...throughput, method };
}
