import { LINK_HEADER_BYTES } from './link-wire.ts';

/** Of a reply to an echo, after its header: u32 µs that the echo may have lain at the hub until it was seen. */
const AT = LINK_HEADER_BYTES;
const BYTES = 4;
const MOST_US = 2 ** 32 - 1;

/** A reply that is too short for it leaves it out. */
export function writeUnseen(bytes: Uint8Array, unseenUs: number): void {
  if (bytes.byteLength < AT + BYTES) return;
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(AT, Math.min(MOST_US, unseenUs));
}

/** 0 in a reply that leaves it out, as those of a hub that does not tell. */
export function readUnseen(bytes: Uint8Array): number {
  if (bytes.byteLength < AT + BYTES) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(AT);
}
