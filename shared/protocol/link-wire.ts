/**
 * The link test's datagram, the same both ways; over TCP each one follows its length (16 bits). Big-endian.
 *
 *   0 u16 magic 'DC' · 2 u8 version · 3 u8 type · 4 u64 session · 12 u32 sequence
 *  16 u64 sent µs (the point's clock) · 24 u64 received µs · 32 u64 replied µs (the hub's clock)
 *  40 u32 echoes the hub had received · 44 8 bytes MAC over all the rest · 52 padding
 *
 * A request leaves the hub's fields zero: request and reply have the same size, so the hub never sends more than it got.
 */
export const LINK_MAGIC = 0x4443;
export const LINK_VERSION = 1;
export const LINK_HEADER_BYTES = 52;
/** Fits an Ethernet frame through common tunnels. */
export const LINK_MAX_BYTES = 1400;
export const LINK_MAC_AT = 44;
export const LINK_MAC_BYTES = 8;

const TYPES = { echo: 1, reply: 2 } as const;
export type LinkMessageType = keyof typeof TYPES;

/** Times in whole microseconds since the Unix epoch; `session` is the grant's id (16 hexadecimal digits). */
export interface LinkMessage {
  readonly type: LinkMessageType;
  readonly session: string;
  readonly sequence: number;
  readonly sentUs: number;
  readonly receivedUs: number;
  readonly repliedUs: number;
  readonly receivedCount: number;
}

/** A datagram of `size` bytes (at least the header) whose MAC is still zero: `electron/crypto/link-mac.ts` fills it. */
export function encodeLinkMessage(message: LinkMessage, size: number): Uint8Array<ArrayBuffer> {
  if (size < LINK_HEADER_BYTES || size > LINK_MAX_BYTES) throw new RangeError(`link message of ${size} bytes`);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, LINK_MAGIC);
  view.setUint8(2, LINK_VERSION);
  view.setUint8(3, TYPES[message.type]);
  view.setBigUint64(4, BigInt(`0x${message.session}`));
  view.setUint32(12, message.sequence);
  view.setBigUint64(16, BigInt(message.sentUs));
  view.setBigUint64(24, BigInt(message.receivedUs));
  view.setBigUint64(32, BigInt(message.repliedUs));
  view.setUint32(40, message.receivedCount);
  return bytes;
}

/** The message, or null for anything that is not one. The MAC is not looked at. */
export function decodeLinkMessage(bytes: Uint8Array): LinkMessage | null {
  if (bytes.byteLength < LINK_HEADER_BYTES || bytes.byteLength > LINK_MAX_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== LINK_MAGIC || view.getUint8(2) !== LINK_VERSION) return null;
  const type = typeOf(view.getUint8(3));
  const sentUs = Number(view.getBigUint64(16));
  const receivedUs = Number(view.getBigUint64(24));
  const repliedUs = Number(view.getBigUint64(32));
  if (!type || ![sentUs, receivedUs, repliedUs].every(Number.isSafeInteger)) return null;
  const session = view.getBigUint64(4).toString(16).padStart(16, '0');
  return {
    type,
    session,
    sequence: view.getUint32(12),
    sentUs,
    receivedUs,
    repliedUs,
    receivedCount: view.getUint32(40),
  };
}

function typeOf(code: number): LinkMessageType | null {
  if (code === TYPES.echo) return 'echo';
  return code === TYPES.reply ? 'reply' : null;
}
