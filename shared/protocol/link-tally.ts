import type { OwnDelays } from '../checks/link/media-measurement.ts';
import { bodyView } from './link-flow-wire.ts';
import { LINK_HEADER_BYTES, LINK_MAX_BYTES } from './link-wire.ts';

/**
 * Body of a `tally`: u16 packets that the hub sent in its own latest run · u32 IP bytes that it sent in all flows · u16 packets ·
 * f64 least one-way delay, µs · u16 and u16 the hub's own delays: jitter in tenths of a millisecond, late packets in tenths of
 * a percent · then u16 of each packet, by sequence: its delay beyond the least, in tenths of a millisecond; all ones: lost.
 */
const HEAD_BYTES = 20;
const LOST = 0xffff;
export const LINK_TALLY_PACKETS = Math.floor((LINK_MAX_BYTES - LINK_HEADER_BYTES - HEAD_BYTES) / 2);

export function tallySize(packets: number): number {
  return LINK_HEADER_BYTES + HEAD_BYTES + 2 * packets;
}

export interface LinkTally {
  readonly sent: number;
  readonly sentBytes: number;
  /** One-way delays in microseconds by sequence, NaN where lost; at most `LINK_TALLY_PACKETS` of them. */
  readonly delays: Float64Array;
  /** What of the delays is the hub's own doing. */
  readonly own: OwnDelays;
}

export function writeTally(bytes: Uint8Array, { sent, sentBytes, delays, own }: LinkTally): void {
  const came = delays.filter((delay) => !Number.isNaN(delay));
  const least = came.reduce((low, delay) => Math.min(low, delay), Number.POSITIVE_INFINITY);
  const view = bodyView(bytes);
  view.setUint16(0, sent);
  view.setUint32(2, sentBytes);
  view.setUint16(6, delays.length);
  view.setFloat64(8, came.length === 0 ? 0 : least);
  view.setUint16(16, Math.min(LOST, Math.round(10 * own.jitterMs)));
  view.setUint16(18, Math.round(10 * own.latePct));
  delays.forEach((delay, index) => {
    const tenths = Number.isNaN(delay) ? LOST : Math.min(LOST - 1, Math.round((delay - least) / 100));
    view.setUint16(HEAD_BYTES + 2 * index, tenths);
  });
}

/** Null for a body that is not as long as it says. */
export function readTally(bytes: Uint8Array): LinkTally | null {
  const view = bodyView(bytes);
  if (view.byteLength < HEAD_BYTES) return null;
  const count = view.getUint16(6);
  const least = view.getFloat64(8);
  if (view.byteLength < HEAD_BYTES + 2 * count || !Number.isFinite(least)) return null;
  const delays = Float64Array.from({ length: count }, (_, index) => {
    const tenths = view.getUint16(HEAD_BYTES + 2 * index);
    return tenths === LOST ? Number.NaN : least + tenths * 100;
  });
  const own = { jitterMs: view.getUint16(16) / 10, latePct: Math.min(100, view.getUint16(18) / 10) };
  return { sent: view.getUint16(0), sentBytes: view.getUint32(2), delays, own };
}
