import { createHmac, timingSafeEqual } from 'node:crypto';
import { LINK_MAC_AT, LINK_MAC_BYTES } from '../../shared/protocol/link-wire.ts';

const HELLO_MAC_BYTES = 16;

/** Fills in the datagram's MAC: HMAC-SHA256 over everything but the MAC's own place, cut to 8 bytes. */
export function sealDatagram(bytes: Uint8Array, key: Uint8Array): void {
  bytes.set(datagramMac(bytes, key), LINK_MAC_AT);
}

/** Whether the datagram was made with this key. It must be at least a header long. */
export function datagramIsAuthentic(bytes: Uint8Array, key: Uint8Array): boolean {
  return timingSafeEqual(bytes.subarray(LINK_MAC_AT, LINK_MAC_AT + LINK_MAC_BYTES), datagramMac(bytes, key));
}

/** MAC of a TCP connection's first line, 32 hexadecimal digits. */
export function helloMac(text: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(text).digest().subarray(0, HELLO_MAC_BYTES).toString('hex');
}

export function helloIsAuthentic(text: string, mac: string, key: Uint8Array): boolean {
  const expected = helloMac(text, key);
  return mac.length === expected.length && timingSafeEqual(Buffer.from(mac), Buffer.from(expected));
}

function datagramMac(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  const mac = createHmac('sha256', key);
  mac.update(bytes.subarray(0, LINK_MAC_AT)).update(bytes.subarray(LINK_MAC_AT + LINK_MAC_BYTES));
  return mac.digest().subarray(0, LINK_MAC_BYTES);
}
