import type { Duplex } from 'node:stream';
import type { CryptoKey } from 'jose';
import type { Logger } from 'pino';
import type { TokenWindow } from './auth/token-window.ts';
import type { Store } from './backup/snapshot.ts';
import type { Db } from './db/schema.ts';
import type { Admission } from './link/admission.ts';
import type { DropReason } from './link/drops.ts';
import type { LiveBus } from './live-bus.ts';
import type { Press } from './reports/press/press.ts';

/** Time as the hub sees it; tests hand in one they move by hand. */
export interface HubClock {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** Who this hub is. Its name and hotline are read from the database where they are needed: they may change while it runs. */
export interface HubIdentity {
  readonly id: string;
  readonly key: CryptoKey;
}

export interface LinkStats {
  readonly testing: number;
  readonly waiting: number;
  /** Of what came in, since the hub started. */
  readonly dropped: Readonly<Record<DropReason, number>>;
}

/** The hub's end of the link tests. */
export interface LinkDesk extends Pick<Admission, 'ask' | 'need' | 'leave'> {
  readonly accept: (stream: Duplex) => void;
  readonly stats: () => LinkStats;
}

/** The world of the hub's routes. */
export interface HubDeps {
  readonly db: Db;
  /** Where the data lies that `db` is open on: for back-ups and for files kept beside it. */
  readonly store: Store;
  readonly hub: HubIdentity;
  readonly clock: HubClock;
  readonly log: Logger;
  /** Null where this hub runs no responder: points then cannot measure their line, which says nothing about it. */
  readonly link: LinkDesk | null;
  readonly live: LiveBus;
  readonly tokens: TokenWindow;
  readonly press: Press;
  /** Folder of the console's page; null where there is none to serve. */
  readonly consoleDir: string | null;
  /** Whether the browser reaches the hub over HTTPS: the session cookie is then for HTTPS only. */
  readonly https: boolean;
  /** Addresses of the balancer before this hub, whose word on who asks is taken; none when absent. */
  readonly proxy?: string | undefined;
  readonly limits: HubLimits;
  /** By which releases are checked before they are offered; null or absent where this build carries none. */
  readonly releaseKey?: CryptoKey | null;
}

/** Requests a minute from one address. A whole district may share one. */
export interface HubLimits {
  readonly signIns: number;
  readonly enrolments: number;
}

export const DEFAULT_LIMITS: HubLimits = { signIns: 60, enrolments: 120 };
