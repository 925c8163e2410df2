import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase } from '../../../electron/province/db/open.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../../support/postgres.ts';

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

export function onSqlite(): OpenNew {
  const opened: Db[] = [];
  const folders: string[] = [];
  afterAll(async () => {
    for (const db of opened) await db.destroy();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'dc-hub-'));
    folders.push(dataDir);
    const db = await openDatabase({ dataDir });
    opened.push(db);
    return db;
  };
}

function onPostgres(bin: string): OpenNew {
  const opened: Db[] = [];
  let server: PostgresServer | null = null;
  let dataDir = '';
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'dc-hub-'));
    server = await startPostgres(bin);
  });
  afterAll(async () => {
    for (const db of opened) await db.destroy();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return async () => {
    if (server === null) throw new Error('PostgreSQL is not running');
    const db = await openDatabase({ dataDir, database: await server.newDatabase() });
    opened.push(db);
    return db;
  };
}
