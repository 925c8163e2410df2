import type { LinkRates } from '../../../shared/protocol/link-session.ts';
import type { SteadyClock } from '../../time/steady-clock.ts';

/** The responder of one granted session, as the probe's phases need it. */
export interface LinkTarget {
  readonly address: string;
  readonly udpPort: number;
  readonly tcpPort: number;
  readonly session: string;
  readonly key: Uint8Array;
  readonly nowUs: SteadyClock;
  /** What the hub has set aside of its line for this session, IP bits. */
  readonly mostMbps: LinkRates;
}
