import type { SteadyClock } from '../../time/steady-clock.ts';

/** The responder of one granted session, as the probe's phases need it. */
export interface LinkTarget {
  readonly address: string;
  readonly udpPort: number;
  readonly tcpPort: number;
  readonly session: string;
  readonly key: Uint8Array;
  readonly nowUs: SteadyClock;
}
