import { LINK_HEADER_BYTES, LINK_MAX_BYTES } from './link-wire.ts';

/** A datagram as it travels over TCP: after its length in 16 bits, big-endian. */
export function frameOf(datagram: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(2 + datagram.byteLength);
  new DataView(bytes.buffer).setUint16(0, datagram.byteLength);
  bytes.set(datagram, 2);
  return bytes;
}

/**
 * Cuts a byte stream into datagrams. `push` gives those that became complete; a null says that the stream announced an
 * impossible length, after which nothing can be read from it any more.
 */
export function splitFrames(): { readonly push: (chunk: Uint8Array) => (Uint8Array | null)[] } {
  let pending = new Uint8Array(0);
  return {
    push(chunk) {
      const bytes = new Uint8Array(pending.byteLength + chunk.byteLength);
      bytes.set(pending);
      bytes.set(chunk, pending.byteLength);
      const view = new DataView(bytes.buffer);
      const frames: (Uint8Array | null)[] = [];
      let at = 0;
      while (bytes.byteLength - at >= 2) {
        const length = view.getUint16(at);
        if (length < LINK_HEADER_BYTES || length > LINK_MAX_BYTES) {
          pending = new Uint8Array(0);
          return [...frames, null];
        }
        if (bytes.byteLength - at - 2 < length) break;
        frames.push(bytes.slice(at + 2, at + 2 + length));
        at += 2 + length;
      }
      pending = bytes.slice(at);
      return frames;
    },
  };
}
