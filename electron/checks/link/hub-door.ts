import { isIPv4, type Socket } from 'node:net';
import { connectTcp } from './connect.ts';
import { connectTls } from './connect-tls.ts';

export const CONNECT_TIMEOUT_MS = 2_500;
const TLS_TIMEOUT_MS = 2_500;

/** The hub's own address, taken apart. */
export interface HubDoor {
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly pin: string | null;
}

export function hubDoor(hubUrl: string, pin: string | null): HubDoor {
  const url = new URL(hubUrl);
  const secure = url.protocol === 'https:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 443 : 80),
    secure,
    pin,
  };
}

/** A connection to the hub's service at this address, its certificate checked. Rejects as `connectTcp` and `connectTls` do. */
export async function openDoor({ port, ...door }: HubDoor, address: string, signal: AbortSignal): Promise<Socket> {
  const socket = await connectTcp({ address, port }, CONNECT_TIMEOUT_MS, signal);
  return door.secure ? shakeHands(socket, door, signal) : socket;
}

export function shakeHands(socket: Socket, peer: Pick<HubDoor, 'host' | 'pin'>, signal: AbortSignal): Promise<Socket> {
  return connectTls(socket, peer, TLS_TIMEOUT_MS, signal);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
