import type { Duplex } from 'node:stream';
import type { LinkRates } from '../../../shared/protocol/link-session.ts';
import type { SteadyClock } from '../../time/steady-clock.ts';

/** Opens a stream that closes when the signal aborts; rejects when it cannot. */
export type StreamOpener = (timeoutMs: number, signal: AbortSignal) => Promise<Duplex>;

/** The responder of one granted session, as the probe's phases need it. */
export interface LinkTarget {
  readonly address: string;
  readonly udpPort: number;
  readonly tcpPort: number;
  readonly session: string;
  readonly key: Uint8Array;
  readonly nowUs: SteadyClock;
  /** How streams get there, when not by TCP to `tcpPort`. */
  readonly connect?: StreamOpener;
  /** The way through the hub's own port, where nothing else passes. */
  readonly tunnel?: StreamOpener;
  /** What the hub has set aside of its line for this session, IP bits. */
  readonly mostMbps: LinkRates;
}
