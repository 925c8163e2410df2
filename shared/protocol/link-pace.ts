import { bodyView } from './link-flow-wire.ts';
import { LINK_HEADER_BYTES, LINK_MAX_BYTES } from './link-wire.ts';

/**
 * How a sender shall send from a step on: `burst` datagrams at once, then `kbps` (IP bits) evenly; none with `kbps` zero.
 * Body of a `pace`: 8 bytes cookie · u32 kbps · u16 burst · u16 datagram bytes · u32 most datagrams · u16 most ms · u8 even.
 */
export interface LinkPace {
  readonly kbps: number;
  readonly burst: number;
  /** Size of each datagram, its header included, IP and UDP headers not. */
  readonly packetBytes: number;
  /** The run ends after so many datagrams of this step and those before … */
  readonly mostPackets: number;
  /** … or so long after it began. */
  readonly mostMs: number;
  /** As evenly as the machine can, one by one; for lines that bear no two packets at once. */
  readonly even: boolean;
}

export const LINK_COOKIE_BYTES = 8;
export const LINK_PACE_BYTES = LINK_HEADER_BYTES + LINK_COOKIE_BYTES + 15;
/** A challenge is as long as what asked for it: so nobody gains by asking. */
export const LINK_PROVE_BYTES = LINK_HEADER_BYTES + LINK_COOKIE_BYTES;
/** IPv4 and UDP headers of a datagram. */
export const IP_UDP_BYTES = 28;

export function writePace(bytes: Uint8Array, cookie: Uint8Array, pace: LinkPace): void {
  bytes.set(cookie, LINK_HEADER_BYTES);
  const view = bodyView(bytes, LINK_HEADER_BYTES + LINK_COOKIE_BYTES);
  view.setUint32(0, pace.kbps);
  view.setUint16(4, pace.burst);
  view.setUint16(6, pace.packetBytes);
  view.setUint32(8, pace.mostPackets);
  view.setUint16(12, pace.mostMs);
  view.setUint8(14, pace.even ? 1 : 0);
}

/** Null for a body too short or with a datagram size that none can have. */
export function readPace(bytes: Uint8Array): { readonly cookie: Uint8Array; readonly pace: LinkPace } | null {
  if (bytes.byteLength < LINK_PACE_BYTES) return null;
  const view = bodyView(bytes, LINK_HEADER_BYTES + LINK_COOKIE_BYTES);
  const packetBytes = view.getUint16(6);
  if (packetBytes < LINK_HEADER_BYTES || packetBytes > LINK_MAX_BYTES) return null;
  return {
    cookie: bytes.subarray(LINK_HEADER_BYTES, LINK_HEADER_BYTES + LINK_COOKIE_BYTES),
    pace: {
      kbps: view.getUint32(0),
      burst: view.getUint16(4),
      packetBytes,
      mostPackets: view.getUint32(8),
      mostMs: view.getUint16(12),
      even: view.getUint8(14) === 1,
    },
  };
}
