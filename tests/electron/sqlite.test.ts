import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { storageError } from '../../electron/point/journal-file.ts';
import { databaseDamage } from '../../electron/province/db/damage.ts';
import { openSqlite } from '../../electron/sqlite/open.ts';
import { rowsOf } from '../../electron/sqlite/rows.ts';
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
  ['all at once', (sql: string, db: ReturnType<typeof openSqlite>) => db.prepare(sql).all()],
  ['one after another', (sql: string, db: ReturnType<typeof openSqlite>) => [...rowsOf(db.prepare(sql))]],
])('knows damage that is met by reading rows %s, which may come without a number', (_how, read) => {
  const error = damageMet(read);
  expect(storageError(error).code).toBe('journal-corrupt');
  expect(databaseDamage(error)?.code).toBe('hub-database-corrupt');
  expect(() => storageError(new TypeError('a bug'))).toThrow('a bug');
  expect(databaseDamage(new TypeError('a bug'))).toBeNull();
});

it('says of a full disk that it is full, whoever meets it', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' });
  expect(storageError(full)).toEqual({ code: 'disk-full', values: {} });
});

it('reads on while garbage is collected and somebody waits between the rows', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const db = openSqlite(join(temporaryFolder(), 'rows.db'));
  const rows = rowsOf(
    db.prepare('WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 30) SELECT n FROM i'),
  );
  const seen: unknown[] = [];
  for (const { n } of rows) {
    seen.push(n);
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  db.close();
});
