import { timingSafeEqual } from 'node:crypto';
import { LINK_SESSION_PROOFS } from '../../../shared/protocol/link-caps.ts';
import { encodeFlow } from '../../../shared/protocol/link-flow-wire.ts';
import { LINK_COOKIE_BYTES, LINK_PROVE_BYTES, readPace } from '../../../shared/protocol/link-pace.ts';
import { LINK_HEADER_BYTES } from '../../../shared/protocol/link-wire.ts';
import type { FlowDatagram, FlowPort, UdpPeer } from './flow-port.ts';
import { receiveFlows } from './receive-flow.ts';
import { sendFlows } from './send-flow.ts';

/** What one session does over UDP, to the one address that proved that it receives. */
export interface SessionFlows {
  /** The proved address; null before. */
  readonly peer: () => UdpPeer | null;
  /**
   * Whether `from` is the session's address. A datagram that brings the cookie of its address back makes it so, if none was
   * before.
   */
  readonly knows: (from: UdpPeer, bytes: Uint8Array) => boolean;
  /** An authentic datagram from an address that may not be proved. */
  readonly take: (datagram: FlowDatagram, from: UdpPeer) => void;
  readonly stop: () => void;
}

/** `cookieOf`: what only who receives at an address can know. */
export function sessionFlows(
  portTo: (peer: () => UdpPeer | null) => FlowPort,
  cookieOf: (from: UdpPeer) => Uint8Array,
): SessionFlows {
  let proved: UdpPeer | null = null;
  let proofs = 0;
  const port = portTo(() => proved);
  const sender = sendFlows(port);
  const receiver = receiveFlows(port);
  return {
    peer: () => proved,
    knows,
    take(datagram, from) {
      if (datagram.header.type === 'prove') challenge(datagram, from);
      else if (knows(from, datagram.bytes)) obey(datagram);
      else port.drops.count('unproved');
    },
    stop() {
      sender.stop();
      receiver.stop();
    },
  };

  function knows(from: UdpPeer, bytes: Uint8Array): boolean {
    if (proved) return proved.address === from.address && proved.port === from.port;
    const said = bytes.subarray(LINK_HEADER_BYTES, LINK_HEADER_BYTES + LINK_COOKIE_BYTES);
    if (said.byteLength < LINK_COOKIE_BYTES || !timingSafeEqual(said, cookieOf(from))) return false;
    proved = { address: from.address, port: from.port };
    return true;
  }

  /** As long as what asked for it, and a few times a session only: of no use to anyone who lies about where they are. */
  function challenge({ header, bytes: { byteLength } }: FlowDatagram, from: UdpPeer): void {
    proofs += 1;
    if (byteLength < LINK_PROVE_BYTES || proofs > LINK_SESSION_PROOFS) {
      port.drops.count('over-cap');
      return;
    }
    const sentUs = port.session.nowUs();
    const bytes = encodeFlow({ ...header, type: 'challenge', sentUs }, LINK_PROVE_BYTES);
    bytes.set(cookieOf(from), LINK_HEADER_BYTES);
    port.send(bytes, from);
  }

  function obey(datagram: FlowDatagram): void {
    const { header, bytes } = datagram;
    const asked = header.type === 'pace' ? readPace(bytes) : null;
    if (header.type === 'data') receiver.take(datagram);
    else if (header.type === 'finish') receiver.tally(header.run, header.sequence, sender.sent());
    else if (asked) sender.obey(header.run, header.step, asked.pace);
    else port.drops.count('malformed');
  }
}
