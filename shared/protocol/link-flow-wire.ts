import { LINK_HEADER_BYTES, LINK_MAGIC, LINK_MAX_BYTES, LINK_VERSION } from './link-wire.ts';

/**
 * The datagrams of the flows of the link test. Their header is that of `link-wire.ts` up to the MAC and has, in its place:
 *
 *   12 u32 sequence · 16 u64 sent µs (the sender's clock) · 24 u16 run · 26 u16 step · 28 16 bytes zero · 44 MAC · 52 body
 *
 * - `prove` asks for a `challenge`, which is as long and brings a cookie; only who got it can say it back.
 * - `pace` says it back, and how the hub shall send in this run from this step on; an older step changes nothing.
 * - `data` is the flow itself, either way.
 * - `report` brings what the hub saw arrive of the point's flow; `finish` asks for the `tally` of a media run.
 */
const CODES = { prove: 3, challenge: 4, pace: 5, data: 6, report: 7, finish: 8, tally: 9 } as const;
export type LinkFlowType = keyof typeof CODES;
const BY_CODE = new Map<number, LinkFlowType>(
  (Object.keys(CODES) as LinkFlowType[]).map((type) => [CODES[type], type]),
);

export interface LinkFlowHeader {
  readonly type: LinkFlowType;
  /** 16 hexadecimal digits. */
  readonly session: string;
  readonly sequence: number;
  /** Whole microseconds since the Unix epoch, by the sender's clock. */
  readonly sentUs: number;
  /** A flow of the session, counted from 1. */
  readonly run: number;
  /** A pace within the run, counted from 1. */
  readonly step: number;
}

const HIGH = 2 ** 32;

/** A datagram of `size` bytes whose body and MAC are still zero. Throws for a size that no datagram has. */
export function encodeFlow(header: LinkFlowHeader, size: number): Uint8Array<ArrayBuffer> {
  if (size < LINK_HEADER_BYTES || size > LINK_MAX_BYTES) throw new RangeError(`link datagram of ${size} bytes`);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, LINK_MAGIC);
  view.setUint8(2, LINK_VERSION);
  view.setUint8(3, CODES[header.type]);
  view.setUint32(4, Number.parseInt(header.session.slice(0, 8), 16));
  view.setUint32(8, Number.parseInt(header.session.slice(8), 16));
  view.setUint32(12, header.sequence);
  view.setUint32(16, Math.floor(header.sentUs / HIGH));
  view.setUint32(20, header.sentUs % HIGH);
  view.setUint16(24, header.run);
  view.setUint16(26, header.step);
  return bytes;
}

/** The header, or null for anything that is not of a flow. The MAC is not looked at. */
export function decodeFlow(bytes: Uint8Array): LinkFlowHeader | null {
  if (bytes.byteLength < LINK_HEADER_BYTES || bytes.byteLength > LINK_MAX_BYTES) return null;
  const view = bodyView(bytes, 0);
  if (view.getUint16(0) !== LINK_MAGIC || view.getUint8(2) !== LINK_VERSION) return null;
  const type = BY_CODE.get(view.getUint8(3));
  const sentUs = view.getUint32(16) * HIGH + view.getUint32(20);
  if (!type || !Number.isSafeInteger(sentUs)) return null;
  const session = hex(view.getUint32(4)) + hex(view.getUint32(8));
  return {
    type,
    session,
    sequence: view.getUint32(12),
    sentUs,
    run: view.getUint16(24),
    step: view.getUint16(26),
  };
}

/** What follows the header. */
export function bodyView(bytes: Uint8Array, from = LINK_HEADER_BYTES): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset + from, bytes.byteLength - from);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
