import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { JOURNAL_FORMAT, openJournalFile } from '../../../../electron/point/journal-file.ts';
import { COPIES, copyBeforeUpdate, openedBy } from '../../../../electron/point/updates/data-copy.ts';
import { restoreUnreadable } from '../../../../electron/point/updates/restore-data.ts';
import { openSqlite } from '../../../../electron/sqlite/open.ts';
import { temporaryFolder } from '../folder.ts';
import { unwrap } from '../open-chain.ts';

const ENTRIES =
  'CREATE TABLE entries (device TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, jws TEXT NOT NULL, PRIMARY KEY (device, seq)) STRICT;';

/** The data of a first version: entries alone. */
function oldData(): string {
  const dataDir = temporaryFolder();
  const db = openSqlite(join(dataDir, 'journal.db'));
  db.exec(`${ENTRIES} PRAGMA user_version = 1; INSERT INTO entries VALUES ('d', 1, 'h', 'line');`);
  db.close();
  writeFileSync(join(dataDir, 'enrolment.json'), '{"enrolment":null}');
  mkdirSync(join(dataDir, 'logs'));
  return dataDir;
}

function linesIn(folder: string): unknown[] {
  const db = openSqlite(join(folder, 'journal.db'));
  const lines = db.prepare('SELECT jws FROM entries').all();
  db.close();
  return lines.map((line) => line.jws);
}

function setFormat(dataDir: string, format: number): void {
  const db = openSqlite(join(dataDir, 'journal.db'));
  db.exec(`PRAGMA user_version = ${format}; INSERT INTO entries VALUES ('d', 2, 'h2', 'later');`);
  db.close();
}

test('data of an older version is copied, then brought to the present format with all that was in it', () => {
  const dataDir = oldData();
  const { copy } = unwrap(copyBeforeUpdate(dataDir, '0.2.0'));
  const db = unwrap(openJournalFile(join(dataDir, 'journal.db')));
  expect(db.prepare('PRAGMA user_version').get()?.user_version).toBe(JOURNAL_FORMAT);
  expect(db.prepare('SELECT count(*) AS n FROM checkpoints').get()?.n).toBe(0);
  db.close();
  expect([linesIn(dataDir), linesIn(copy ?? '')]).toEqual([['line'], ['line']]);
  expect(readFileSync(join(copy ?? '', 'enrolment.json'), 'utf8')).toBe('{"enrolment":null}');
  expect(openedBy(dataDir)).toBe('0.2.0');
});

test('the same version copies nothing; of many the last three stay; a new machine has nothing to copy', () => {
  const dataDir = oldData();
  for (const version of ['0.1.0', '0.1.0', '0.2.0', '0.2.0', '0.3.0', '0.4.0'])
    unwrap(copyBeforeUpdate(dataDir, version));
  expect(readdirSync(join(dataDir, COPIES))).toHaveLength(3);
  expect(unwrap(copyBeforeUpdate(temporaryFolder(), '0.1.0')).copy).toBeNull();
});

test('a journal that a newer version wrote is left alone', () => {
  const dataDir = oldData();
  setFormat(dataDir, JOURNAL_FORMAT + 1);
  expect(openJournalFile(join(dataDir, 'journal.db'))).toMatchObject({ ok: false, error: { code: 'data-newer' } });
  expect(linesIn(dataDir)).toEqual(['line', 'later']);
});

test('when a new version changed the data and did not stand, the old one finds its own data again', () => {
  const dataDir = oldData();
  unwrap(openJournalFile(join(dataDir, 'journal.db'))).close();
  unwrap(copyBeforeUpdate(dataDir, '0.1.0'));
  unwrap(copyBeforeUpdate(dataDir, '0.2.0'));
  setFormat(dataDir, JOURNAL_FORMAT + 1);
  const attempt = { hash: 'x', version: '0.2.0', from: '0.1.0', signedAt: 1, at: 1 };
  expect(unwrap(restoreUnreadable(dataDir, '0.1.0', null, 5))).toBe(false);
  expect(unwrap(restoreUnreadable(dataDir, '0.1.0', attempt, 5))).toBe(true);
  expect(linesIn(dataDir)).toEqual(['line']);
  expect(linesIn(join(dataDir, 'set-aside-5'))).toEqual(['line', 'later']);
  expect(existsSync(join(dataDir, 'enrolment.json'))).toBe(true);
});

test('data that the old version reads is never replaced: what was recorded since stays', () => {
  const dataDir = oldData();
  unwrap(openJournalFile(join(dataDir, 'journal.db'))).close();
  unwrap(copyBeforeUpdate(dataDir, '0.1.0'));
  unwrap(copyBeforeUpdate(dataDir, '0.2.0'));
  setFormat(dataDir, JOURNAL_FORMAT);
  const attempt = { hash: 'x', version: '0.2.0', from: '0.1.0', signedAt: 1, at: 1 };
  expect(unwrap(restoreUnreadable(dataDir, '0.1.0', attempt, 5))).toBe(false);
  expect(linesIn(dataDir)).toEqual(['line', 'later']);
});
