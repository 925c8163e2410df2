import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Store } from '../../../electron/province/backup/snapshot.ts';
import { openDatabase } from '../../../electron/province/db/open.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { findPostgres, joinShared, type PostgresServer } from '../../support/postgres.ts';

const stores = new WeakMap<Db, Store>();

/** Where a database lies that was opened here. */
export function storeOf(db: Db): Store {
  const store = stores.get(db);
  if (store === undefined) throw new Error('this database was not opened by openNew');
  return store;
}

async function openAt(store: Store): Promise<Db> {
  const db = await openDatabase(store);
  stores.set(db, store);
  return db;
}

/** A new, empty database each time. */
export type OpenNew = () => Promise<Db>;

/** Runs the same tests on SQLite and on PostgreSQL. */
export function onBothDatabases(tests: (openNew: OpenNew) => void): void {
  describe('on SQLite', () => tests(onSqlite()));
  const bin = findPostgres();
  const name =
    bin === null ? 'on PostgreSQL: SKIPPED, the Debian package postgresql is not installed' : 'on PostgreSQL';
  describe.skipIf(bin === null)(name, () => tests(onPostgres(bin ?? '')));
}

/** Each a copy of one that was brought to the newest schema: doing that anew for every test took longer than the tests. */
export function onSqlite(): OpenNew {
  const newFolder = folders();
  const opened = closedAtTheEnd();
  let made: Promise<string> | null = null;
  const make = async () => {
    const dataDir = newFolder();
    await (await openDatabase({ dataDir })).destroy();
    return join(dataDir, FILE);
  };
  return async () => {
    made ??= make();
    const dataDir = newFolder();
    copyFileSync(await made, join(dataDir, FILE));
    return opened(await openAt({ dataDir }));
  };
}

const FILE = 'hub.sqlite';

function onPostgres(bin: string): OpenNew {
  const newFolder = folders();
  const opened = closedAtTheEnd();
  let server: Pick<PostgresServer, 'newDatabase'>;
  let made: Promise<string> | null = null;
  beforeAll(async () => {
    server = await joinShared(bin, inject('postgresFolder'));
  });
  const make = async () => {
    const database = await server.newDatabase();
    await (await openDatabase({ dataDir: newFolder(), database })).destroy();
    return database;
  };
  return async () => {
    made ??= make();
    const database = await server.newDatabase(await made);
    return opened(await openAt({ dataDir: newFolder(), database }));
  };
}

function closedAtTheEnd(): (db: Db) => Db {
  const opened: Db[] = [];
  afterAll(async () => {
    for (const db of opened) await db.destroy();
  });
  return (db) => {
    opened.push(db);
    return db;
  };
}

function folders(): () => string {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'dc-hub-'));
    made.push(folder);
    return folder;
  };
}
