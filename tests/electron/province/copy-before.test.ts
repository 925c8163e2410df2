import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../electron/province/db/open.ts';
import { openSqlite } from '../../../electron/sqlite/open.ts';

const NEWEST = '0020-releases';

test('a database of an older version is copied before it is changed, once; a new one is not', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'dc-before-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const copies = () => readdirSync(join(dataDir, 'before-update'));
  const open = async () => (await openDatabase({ dataDir })).destroy();
  await open();
  expect(copies).toThrow('ENOENT');
  // As the version before the newest left it.
  const old = openSqlite(join(dataDir, 'hub.sqlite'));
  old.exec(`DROP TABLE device_updates; DROP TABLE releases; DELETE FROM kysely_migration WHERE name = '${NEWEST}';`);
  old.prepare('INSERT INTO points (code, name, kind) VALUES (?, ?, ?)').run('1', 'Xã Mẫu', 'commune');
  old.close();
  await open();
  await open();
  expect(copies()).toHaveLength(1);
  const copy = openSqlite(join(dataDir, 'before-update', copies()[0] ?? ''));
  expect(copy.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'releases'").get()?.n).toBe(0);
  expect(copy.prepare('SELECT name FROM points').get()?.name).toBe('Xã Mẫu');
  copy.close();
  const now = openSqlite(join(dataDir, 'hub.sqlite'));
  expect(now.prepare('SELECT count(*) AS n FROM releases').get()?.n).toBe(0);
  expect(now.prepare('SELECT name FROM points').get()?.name).toBe('Xã Mẫu');
  now.close();
});
