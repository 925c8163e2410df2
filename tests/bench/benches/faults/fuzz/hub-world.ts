import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { build } from '../../../../../electron/province/app.ts';
import { createTokenWindow } from '../../../../../electron/province/auth/token-window.ts';
import type { Store } from '../../../../../electron/province/backup/snapshot.ts';
import { openDatabase } from '../../../../../electron/province/db/open.ts';
import type { Db } from '../../../../../electron/province/db/schema.ts';
import { foundHub } from '../../../../../electron/province/identity.ts';
import { openLinkDesk } from '../../../../../electron/province/link/link-desk.ts';
import { createLiveBus } from '../../../../../electron/province/live-bus.ts';
import { stderrLog } from '../../../../../electron/province/log.ts';
import { printHere } from '../../../../../electron/province/reports/press/print-here.ts';
import { makeDevice, type TestDevice } from '../../../../support/device.ts';
import type { PostgresServer } from '../../../../support/postgres.ts';
import { type Furnished, furnish } from './furnish.ts';

/** Far more than one run asks: what is limited answers 429 and is then not asked at all. */
const LIMITS = { signIns: 50, enrolments: 1e9 };

/** Who stands ready to ask. */
export interface Askers extends Furnished {
  /** Of point 1, of point 2, and one that was revoked. */
  readonly devices: readonly [TestDevice, TestDevice, TestDevice];
}

/** A province with something in it, to which requests are injected. */
export interface HubWorld {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly hubId: string;
  readonly askers: Askers;
  /** What the log said of requests that failed unexpectedly, since it was last asked. */
  readonly failures: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** A furnished province, kept as a folder, or as a database of the server, so that each world starts from it at once. */
export interface HubMould {
  readonly askers: Askers;
  readonly world: () => Promise<HubWorld>;
  readonly remove: () => void;
}

/** On SQLite, or on a server of PostgreSQL. */
export async function makeHubMould(server?: Pick<PostgresServer, 'newDatabase'>): Promise<HubMould> {
  const folder = mkdtempSync(join(tmpdir(), 'dc-fuzz-'));
  const mould = join(folder, 'mould');
  mkdirSync(mould);
  const devices = [await makeDevice('1'), await makeDevice('2'), await makeDevice('1')] as const;
  const database = await server?.newDatabase();
  const db = await openDatabase({ dataDir: mould, database });
  const furnished = await furnish(db, devices);
  await db.destroy();
  const askers = { devices, ...furnished };
  let made = 0;
  return {
    askers,
    async world() {
      made += 1;
      const dataDir = join(folder, `world-${made}`);
      cpSync(mould, dataDir, { recursive: true });
      return openWorld({ dataDir, database: await server?.newDatabase(database) }, askers);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function openWorld(store: Store, askers: Askers): Promise<HubWorld> {
  const db = await openDatabase(store);
  const hub = await foundHub(db, Date.now());
  const heard: string[] = [];
  const link = await openLinkDesk({
    ...{ host: '127.0.0.1', log: stderrLog('silent'), db, lineMbps: undefined, port: 0 },
    hubs: () => 1,
  });
  const app = await build({
    db,
    store,
    hub,
    clock: { now: Date.now },
    log: listeningLog(heard),
    link: link.desk,
    live: createLiveBus(),
    tokens: createTokenWindow(),
    press: printHere(db),
    consoleDir: null,
    https: false,
    limits: LIMITS,
  });
  await app.ready();
  return {
    app,
    db,
    hubId: hub.id,
    askers,
    failures: () => heard.splice(0),
    async close() {
      link.close();
      await app.close();
      await link.stop();
      await db.destroy();
      rmSync(store.dataDir, { recursive: true, force: true });
    },
  };
}

/** Keeps what is told of unexpected failures: a figure above zero is to be looked into. */
function listeningLog(heard: string[]) {
  const sink = new Writable({
    write(line, _encoding, done) {
      heard.push(String(line).slice(0, 1500));
      done();
    },
  });
  return pino({ level: 'error' }, sink);
}
