import { createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { decodeFlow } from '../../../shared/protocol/link-flow-wire.ts';
import { IP_UDP_BYTES, LINK_COOKIE_BYTES } from '../../../shared/protocol/link-pace.ts';
import { datagramIsAuthentic, sealDatagram } from '../../crypto/link-mac.ts';
import { type LastLook, watchLooks } from '../../time/last-look.ts';
import { answerEcho, type EchoDesk } from './answer-echo.ts';
import type { FlowPort, UdpPeer } from './flow-port.ts';
import type { ListeningPort, ResponderLog } from './listening-port.ts';
import { type SessionFlows, sessionFlows } from './session-flows.ts';
import type { LinkSession } from './sessions.ts';

/** A line's worth of what may come while the event loop is busy. The system may give less. */
const RECEIVE_BUFFER_BYTES = 4_194_304;

/** Answers echoes and serves flows on a UDP port (0: any free one). Throws when the port cannot be had. */
export async function openUdpPort(
  desk: EchoDesk,
  { host, port, log }: { host: string; port: number; log: ResponderLog },
): Promise<ListeningPort> {
  // Addresses come from datagrams: there is nothing to look up, and a look-up would delay each packet.
  const socket = createSocket({
    type: isIPv6(host) ? 'udp6' : 'udp4',
    lookup: (address, _options, found) => found(null, address, isIPv6(address) ? 6 : 4),
  });
  const secret = randomBytes(32);
  const flows = new Map<string, SessionFlows>();
  /** Only while somebody measures. */
  let looks: LastLook | null = null;
  socket.on('message', (bytes, from) => {
    const answer = takeDatagram(bytes, from);
    // A reply that cannot be sent is a lost packet: that is what the point measures.
    if (answer) socket.send(answer, from.port, from.address, ignore);
  });
  // Nothing is looked up, so it may listen before `bind` returns.
  const listening = once(socket, 'listening');
  socket.bind(port, host);
  await listening;
  socket.on('error', (error) => log.warn({ err: error }, 'link responder: UDP socket'));
  enlarge(() => socket.setRecvBufferSize(RECEIVE_BUFFER_BYTES));
  const bufferBytes = socket.getRecvBufferSize();
  if (bufferBytes < RECEIVE_BUFFER_BYTES)
    log.warn(
      { bufferBytes, wantedBytes: RECEIVE_BUFFER_BYTES },
      'link responder: a small receive buffer, see net.core.rmem_max',
    );
  return {
    port: socket.address().port,
    stop() {
      for (const each of flows.values()) each.stop();
      restEyes();
      return new Promise((done) => socket.close(done));
    },
  };

  function takeDatagram(bytes: Uint8Array, from: UdpPeer): Uint8Array | null {
    const unseenUs = looks?.unseenUs() ?? 0;
    const header = decodeFlow(bytes);
    if (!header) return answerEcho(desk, { bytes, unseenUs }, (session) => flowsOf(session).knows(from, bytes));
    const session = desk.sessions.find(header.session);
    if (!session) return drop('foreign');
    const atUs = session.nowUs();
    if (!datagramIsAuthentic(bytes, session.key)) return drop('forged');
    if (!session.spend('up', bytes.byteLength)) return drop('over-cap');
    flowsOf(session).take({ header, bytes, atUs, unseenUs }, from);
    return null;
  }

  function drop(reason: Parameters<EchoDesk['drops']['count']>[0]): null {
    desk.drops.count(reason);
    return null;
  }

  function flowsOf(session: LinkSession): SessionFlows {
    const known = flows.get(session.id);
    if (known) return known;
    const made = sessionFlows(
      (peer) => portOf(session, peer),
      (from) => cookieOf(session, from),
    );
    flows.set(session.id, made);
    looks ??= watchLooks();
    session.whenEnded(() => {
      flows.delete(session.id);
      made.stop();
      if (flows.size === 0) restEyes();
    });
    return made;
  }

  function restEyes(): void {
    looks?.stop();
    looks = null;
  }

  function portOf(session: LinkSession, peer: () => UdpPeer | null): FlowPort {
    let sentBytes = 0;
    return {
      session,
      drops: desk.drops,
      sentBytes: () => sentBytes,
      send(bytes, to = peer() ?? undefined) {
        if (!to || !session.spend('down', bytes.byteLength + IP_UDP_BYTES)) return false;
        sentBytes += bytes.byteLength + IP_UDP_BYTES;
        sealDatagram(bytes, session.key);
        socket.send(bytes, to.port, to.address, ignore);
        return true;
      },
    };
  }

  function cookieOf({ id }: LinkSession, { address, port: from }: UdpPeer): Uint8Array {
    return createHmac('sha256', secret).update(`${id} ${address} ${from}`).digest().subarray(0, LINK_COOKIE_BYTES);
  }
}

function ignore(): void {}

/** A buffer that stays small loses packets only when this machine is short of time. */
function enlarge(set: () => void): void {
  try {
    set();
  } catch {
    // The system's own limit.
  }
}
