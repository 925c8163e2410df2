import type { Server as HttpsServer } from 'node:https';
import { networkInterfaces } from 'node:os';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { BothWays } from '../../shared/policy/link-tests.ts';
import { releaseKeyIn } from '../crypto/release.ts';
import { build } from './app.ts';
import { watchConnections } from './attendance/watch-connections.ts';
import { keepSigning } from './checkpoints/keep-signing.ts';
import { findHub, setHubAddress, setHubNames } from './db/hub.ts';
import { openDatabase } from './db/open.ts';
import type { Db } from './db/schema.ts';
import { DEFAULT_LIMITS, type HubLimits } from './deps.ts';
import { foundHub } from './identity.ts';
import { joinHubs } from './join-hubs.ts';
import { openLinkDesk } from './link/link-desk.ts';
import { refuseLost } from './lost-province.ts';
import { takenOver } from './next-certificate.ts';
import { openPress } from './reports/press/open.ts';
import { sweepRegularly } from './retention/sweep.ts';
import { switchWhenDue } from './switch-certificate.ts';
import { fingerprintOf, hubCertificate } from './tls.ts';
import { startDispatcher } from './webhooks/dispatcher.ts';
import { createSender } from './webhooks/send.ts';

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_PORT = 7443;

export interface HubOptions {
  readonly dataDir: string;
  /** `postgres://…`; without it SQLite in `dataDir`. */
  readonly database?: string | undefined;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where points reach the hub, when that is not where it listens (a name, a balancer). */
  readonly publicUrl?: string | undefined;
  readonly name?: string | undefined;
  readonly hotline?: string | undefined;
  readonly consoleDir: string | null;
  readonly limits?: HubLimits;
  /** What link tests may take of this hub's line, in place of the policy's; each of several hubs gets its share. */
  readonly lineMbps?: BothWays | undefined;
  /** Of the link responder, UDP and TCP: a firewall before the hub must let it pass. Any free ones when absent. */
  readonly linkPort?: number | undefined;
  /** Addresses or networks (after commas) of the balancer before this hub. */
  readonly proxy?: string | undefined;
  readonly log: Logger;
}

export interface RunningHub {
  readonly url: string;
  readonly hubId: string;
  /** Of its certificate; null: plain HTTP on loopback. */
  readonly pin: string | null;
  /** Ends open streams, answers what is under way, closes the database. */
  readonly stop: () => Promise<void>;
}

/** Opens the database, listens, and writes down where points reach the hub. Plain HTTP on loopback only; TLS everywhere else. */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  const { dataDir, database, log } = options;
  const onIdleError = (error: Error) => log.warn({ err: error }, 'an idle database connection broke');
  const db = await openDatabase({ dataDir, database, onIdleError });
  try {
    return await listen(options, db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function listen(options: HubOptions, db: Db): Promise<RunningHub> {
  const { host, log, consoleDir, limits = DEFAULT_LIMITS } = options;
  const clock = { now: Date.now };
  await refuseLost(db, options.dataDir);
  const hub = await foundHub(db, clock.now());
  const tls = isLoopback(host)
    ? null
    : ((await takenOver(db, options.dataDir, clock.now())) ?? (await hubCertificate(db, options.dataDir)));
  const hubs = await joinHubs(options, db, clock);
  // Only now: a province that is being moved lets nobody join until it was.
  await refuseMoved(db).catch(stopAfter(hubs.leave));
  const releaseKey = await releaseKeyIn(import.meta.dirname);
  const shared = { live: hubs.live, tokens: hubs.tokens, https: tls !== null, proxy: options.proxy, releaseKey };
  const link = await openLinkDesk({
    ...{ host, log, db, lineMbps: options.lineMbps, port: options.linkPort ?? 0 },
    hubs: hubs.company.size,
  }).catch(stopAfter(hubs.leave));
  const store = { dataDir: options.dataDir, database: options.database };
  const press = openPress(db, store);
  const desks = { link: link.desk, press };
  const app = await build({ db, store, hub, clock, log, ...desks, consoleDir, limits, ...shared }, tls).catch(
    stopAfter(link.stop),
  );
  await app.listen({ host, port: options.port }).catch(stopAfter(link.stop));
  const scheme = tls === null ? 'http' : 'https';
  const url = options.publicUrl ?? `${scheme}://${reachableHost(host)}:${portOf(app)}`;
  const pin = tls === null ? null : fingerprintOf(tls.cert);
  await setHubAddress(db, hub.id, url, pin);
  await setHubNames(db, hub.id, namesOf(options));
  log.info({ hubId: hub.id, url }, 'the hub listens');
  const endWatch = watchConnections({ db, clock, log, live: shared.live, company: hubs.company });
  const endDispatch = startDispatcher({ db, clock, log, sender: createSender() });
  const endSweeps = sweepRegularly({ db, clock, log });
  const endSigning = keepSigning({ db, hub, clock, log });
  const endSwitching =
    tls === null
      ? null
      : switchWhenDue({
          ...{ db, clock, log, dataDir: options.dataDir, shown: tls, server: app.server as HttpsServer },
          onSwitch: ({ cert }) => setHubAddress(db, hub.id, url, fingerprintOf(cert)),
        });
  const stop = async () => {
    link.close();
    try {
      await endWatch();
      await endDispatch();
      await endSweeps();
      await endSwitching?.();
      await app.close();
      await press.close();
      await link.stop();
      await hubs.leave();
      await endSigning();
    } finally {
      await db.destroy();
    }
  };
  return { url, hubId: hub.id, pin, stop };
}

/** Two databases that both take lines would be two provinces. */
async function refuseMoved(db: Db): Promise<void> {
  const movedTo = (await findHub(db))?.moved_to;
  if (movedTo) throw new Error(`this province was moved to ${movedTo}: start the hub with --database`);
}

/** Undoes what was started before `error`, which goes on its way. */
function stopAfter(stop: () => Promise<void>): (error: unknown) => Promise<never> {
  return async (error) => {
    await stop();
    throw error;
  };
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the hub listens on no port');
  return address.port;
}

function namesOf({ name, hotline }: HubOptions): { name?: string; hotline?: string } {
  return {
    ...(name !== undefined && { name: name.normalize('NFC') }),
    ...(hotline !== undefined && { hotline }),
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** A host as it stands in an address; for "every interface" the first one other machines reach. */
function reachableHost(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.1';
}
