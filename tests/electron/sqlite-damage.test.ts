import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storageError } from '../../electron/point/journal-file.ts';
import { databaseDamage } from '../../electron/province/db/damage.ts';
import { openSqlite } from '../../electron/sqlite/open.ts';
import { temporaryFolder } from './point/folder.ts';

/** What reading from the middle of a damaged file throws: its beginning still opens. */
function damageMet(read: (sql: string, db: ReturnType<typeof openSqlite>) => unknown): Error {
  const file = join(temporaryFolder(), 'rows.db');
  const whole = openSqlite(file);
  whole.exec(`CREATE TABLE rows (n INTEGER PRIMARY KEY, text TEXT);
    INSERT INTO rows (text) WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 100) SELECT hex(zeroblob(450)) FROM i;
    PRAGMA wal_checkpoint(TRUNCATE)`);
  whole.close();
  const fd = openSync(file, 'r+');
  writeSync(fd, Buffer.alloc(8192, 0xa5), 0, 8192, 4096 * Math.floor(statSync(file).size / 8192));
  closeSync(fd);
  const db = openSqlite(file);
  try {
    read('SELECT * FROM rows', db);
  } catch (error) {
    if (error instanceof Error) return error;
  } finally {
    db.close();
  }
  throw new Error('the damage was not met');
}

it.each([
  ['all', (sql: string, db: ReturnType<typeof openSqlite>) => db.prepare(sql).all()],
  ['iterate', (sql: string, db: ReturnType<typeof openSqlite>) => [...db.prepare(sql).iterate()]],
])('knows damage that is met by %s, which may come without a number', (_how, read) => {
  const error = damageMet(read);
  expect(storageError(error).code).toBe('journal-corrupt');
  expect(databaseDamage(error)?.code).toBe('hub-database-corrupt');
  expect(() => storageError(new TypeError('a bug'))).toThrow('a bug');
  expect(databaseDamage(new TypeError('a bug'))).toBeNull();
});
