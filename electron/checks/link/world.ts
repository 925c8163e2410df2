import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import type { LinkSample, LinkWaiting } from '../../../shared/checks/link/live.ts';
import type { LinkAdapter } from '../../../shared/checks/link/measurement.ts';
import type { PlatformTargetPolicy } from '../../../shared/policy/link-tests.ts';
import type { LinkGrant, LinkRates } from '../../../shared/protocol/link-session.ts';
import type { Result } from '../../../shared/result.ts';
import { adapterWithAddress, hasAdapterUp } from './adapter.ts';
import { type Gateway, readGateway } from './gateway.ts';
import { proxyOfEnvironment } from './proxy.ts';

/** What the link probe is handed. */
export interface LinkWorld {
  readonly hubUrl: string;
  /** SHA-256 of the hub's certificate in DER, base64url, as enrolment told it; null or absent: the system's authorities decide. */
  readonly hubPin?: string | null;
  /** Servers of the meeting platform to be reached beside the measuring; none when absent. */
  readonly platformTargets?: readonly PlatformTargetPolicy[];
  /** Asks the hub for a session and waits for the turn. Errors as of any request to the hub; `hub-busy`: it did not come. */
  readonly grant: (signal: AbortSignal, asking: GrantAsking) => Promise<Result<LinkGrant>>;
  /** The session while it lives; absent where the hub has no admission. */
  readonly lease?: LinkLeaseControl;
  /** What a meeting sends each way, Mbps: the bitrate of the media-like run. Absent: the policy does not tell. */
  readonly mediaMbps?: number | undefined;
  /** Aborting closes every socket; the probe then resolves as `cancelled`. */
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
  /** What a person watches meanwhile; may come as often as the packets do. */
  readonly onSample?: (sample: LinkSample) => void;
  /** The place in the queue for the province's line, told anew when it changes; null when it is this point's turn. */
  readonly onWaiting?: (waiting: LinkWaiting | null) => void;
  readonly system?: Partial<LinkSystem>;
}

export interface GrantAsking {
  /** With each answer that says to wait. */
  readonly onWaiting: (waiting: LinkWaiting) => void;
}

/** Neither rejects. */
export interface LinkLeaseControl {
  /** What the rest of the test needs, so that others may test beside it; what is set aside then, or null when that is not told. */
  readonly need: (rates: LinkRates, signal: AbortSignal) => Promise<LinkRates | null>;
  /** Gives the session back: the next point gets its turn. */
  readonly end: (signal: AbortSignal) => Promise<void>;
}

/** What the probe asks of the operating system. */
export interface LinkSystem {
  /** Rejects with the resolver's `code`. */
  readonly lookup: (host: string) => Promise<{ readonly address: string }>;
  /** Whether this machine has an address that leads out of it. */
  readonly hasAddress: () => boolean;
  /** The adapter that owns a local address; null where the operating system does not tell. */
  readonly adapterOf: (localAddress: string) => Promise<LinkAdapter | null>;
  /** Whether an adapter that leads out of this machine is up, though it may have no address. */
  readonly hasAdapter: () => Promise<boolean>;
  /** The gateway towards an address, or towards anywhere; null where there is none or nobody tells. */
  readonly gateway: (towards: string | null, signal: AbortSignal) => Promise<Gateway | null>;
  /** The proxy programs are told to use for an address, as `host:port`; null: none. The probe never goes by it. */
  readonly proxyOf: (url: string) => Promise<string | null>;
  /** Where log-in pages of a network intercept plain HTTP. */
  readonly httpPort: number;
}

export const OPERATING_SYSTEM: LinkSystem = {
  lookup: (host) => lookup(host),
  hasAddress: () =>
    Object.values(networkInterfaces()).some((addresses) =>
      addresses?.some(({ internal, address }) => !internal && !/^(169\.254\.|fe80:)/i.test(address)),
    ),
  adapterOf: adapterWithAddress,
  hasAdapter: hasAdapterUp,
  gateway: readGateway,
  proxyOf: async (url) => proxyOfEnvironment(url, process.env),
  httpPort: 80,
};
