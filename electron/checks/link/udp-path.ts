import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import {
  decodeFlow,
  encodeFlow,
  type LinkFlowHeader,
  type LinkFlowType,
} from '../../../shared/protocol/link-flow-wire.ts';
import { IP_UDP_BYTES, LINK_COOKIE_BYTES, LINK_PROVE_BYTES } from '../../../shared/protocol/link-pace.ts';
import { LINK_HEADER_BYTES } from '../../../shared/protocol/link-wire.ts';
import { datagramIsAuthentic, sealDatagram } from '../../crypto/link-mac.ts';
import { watchLooks } from '../../time/last-look.ts';
import type { EchoChannel, EchoListener } from './echo-channel.ts';
import { pause, withResolvers } from './pause.ts';
import type { LinkTarget } from './target.ts';

export interface FlowMessage {
  readonly header: LinkFlowHeader;
  readonly bytes: Uint8Array;
  /** This machine's clock. */
  readonly atUs: number;
  /** How long it may have lain here until it was seen. */
  readonly unseenUs: number;
}

/** UDP to and from the responder, once it has seen that this address receives. */
export interface UdpPath {
  /** What the responder gave this address: it believes only who says it back. */
  readonly cookie: Uint8Array;
  readonly nowUs: () => number;
  /** IP bytes that went out and came in so far. */
  readonly bytes: () => { readonly sent: number; readonly received: number };
  /** Sends a datagram of `size` bytes; `fill` writes its body. */
  readonly send: (header: FlowHeading, size: number, fill?: (bytes: Uint8Array) => void) => void;
  /** Authentic datagrams of one type, until the returned stop is called. */
  readonly on: (type: LinkFlowType, listener: (message: FlowMessage) => void) => () => void;
  readonly echoes: EchoChannel;
  /** Whether anything comes back at all, within so long. */
  readonly answers: (withinMs: number, signal: AbortSignal) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

type FlowHeading = Pick<LinkFlowHeader, 'type' | 'run' | 'step' | 'sequence'>;

const BUFFER_BYTES = 4_194_304;
const PROVE_EVERY_MS = 100;
const SILENT_MS = 1_000;

/** Null when no answer comes within a second or the signal aborts: UDP does not get through. All is closed then. */
export async function openUdpPath(target: LinkTarget, signal: AbortSignal): Promise<UdpPath | null> {
  const socket = await connected(target).catch(() => null);
  if (!socket) return null;
  const listeners = new Map<LinkFlowType, Set<(message: FlowMessage) => void>>();
  const bytesSoFar = { sent: 0, received: 0 };
  let onEcho: EchoListener = ignore;
  const looks = watchLooks();
  socket.on('message', (bytes) => {
    const atUs = target.nowUs();
    const unseenUs = looks.unseenUs();
    bytesSoFar.received += bytes.byteLength + IP_UDP_BYTES;
    const header = decodeFlow(bytes);
    if (!header) return onEcho(bytes, unseenUs);
    const interested = listeners.get(header.type);
    if (!interested || header.session !== target.session || !datagramIsAuthentic(bytes, target.key)) return;
    for (const listener of [...interested]) listener({ header, bytes, atUs, unseenUs });
  });
  let open = true;
  const put = (bytes: Uint8Array) => {
    if (!open) return;
    bytesSoFar.sent += bytes.byteLength + IP_UDP_BYTES;
    socket.send(bytes, ignore);
  };
  const path: Omit<UdpPath, 'cookie' | 'answers'> = {
    nowUs: target.nowUs,
    bytes: () => bytesSoFar,
    send(heading, size, fill) {
      const bytes = encodeFlow({ ...heading, session: target.session, sentUs: target.nowUs() }, size);
      fill?.(bytes);
      sealDatagram(bytes, target.key);
      put(bytes);
    },
    on(type, listener) {
      const known = listeners.get(type) ?? new Set();
      listeners.set(type, known.add(listener));
      return () => known.delete(listener);
    },
    echoes: {
      send: put,
      onDatagram(listener) {
        onEcho = listener;
      },
      close: async () => {},
    },
    close() {
      open = false;
      looks.stop();
      return new Promise((closed) => socket.close(closed));
    },
  };
  const cookie = await prove(path, SILENT_MS, signal);
  if (cookie)
    return { ...path, cookie, answers: async (withinMs, stop) => (await prove(path, withinMs, stop)) !== null };
  await path.close();
  return null;
}

async function connected({ address, udpPort }: LinkTarget): Promise<Socket> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  // A refused port is a path without answers: that shows soon enough.
  socket.on('error', ignore);
  socket.connect(udpPort, address);
  await once(socket, 'connect');
  try {
    socket.setRecvBufferSize(BUFFER_BYTES);
  } catch {
    // The system's own limit: with less, a stall of this machine loses packets.
  }
  return socket;
}

async function prove(
  path: Pick<UdpPath, 'send' | 'on'>,
  withinMs: number,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const answer = withResolvers<Uint8Array>();
  const off = path.on('challenge', ({ bytes }) => {
    if (bytes.byteLength < LINK_PROVE_BYTES) return;
    answer.resolve(bytes.slice(LINK_HEADER_BYTES, LINK_HEADER_BYTES + LINK_COOKIE_BYTES));
  });
  try {
    const heading = { type: 'prove', run: 0, step: 0 } as const;
    for (let sequence = 0; sequence < withinMs / PROVE_EVERY_MS && !signal.aborted; sequence += 1) {
      path.send({ ...heading, sequence }, LINK_PROVE_BYTES);
      const cookie = await Promise.race([answer.promise, pause(PROVE_EVERY_MS, signal)]);
      if (cookie) return cookie;
    }
    return null;
  } finally {
    off();
  }
}

function ignore(): void {}
