import type { LinkFlowHeader } from '../../../shared/protocol/link-flow-wire.ts';
import type { Drops } from './drops.ts';
import type { LinkSession } from './sessions.ts';

/** Where datagrams come from and go to. */
export interface UdpPeer {
  readonly address: string;
  readonly port: number;
}

/** What the flows of a session have of the hub's UDP port. */
export interface FlowPort {
  readonly session: LinkSession;
  readonly drops: Drops;
  /** IP bytes sent so far. */
  readonly sentBytes: () => number;
  /** Seals and sends to the session's proved address, or to `peer`. False where the session has carried its share. */
  readonly send: (bytes: Uint8Array, peer?: UdpPeer) => boolean;
}

/** An authentic datagram of a flow. */
export interface FlowDatagram {
  readonly header: LinkFlowHeader;
  readonly bytes: Uint8Array;
  readonly atUs: number;
  /** How long it may have lain at the hub until it was seen. */
  readonly unseenUs: number;
}
