import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { openSqlite } from '../../sqlite/open.ts';
import { JOURNAL_FILE } from '../data-files.ts';
import { JOURNAL_FORMAT, onDisk } from '../journal-file.ts';
import { COPIES, openedBy } from './data-copy.ts';
import type { Kept } from './kept.ts';

/**
 * When a new version opened the data, did not stand, and the old one came back: puts the copy from before in place of data that
 * the old one cannot read. Nobody could do anything in between, so nothing is lost; what is replaced is set aside all the same.
 * Answers whether it did.
 */
export function restoreUnreadable(
  dataDir: string,
  version: string,
  attempt: Pick<NonNullable<Kept['attempt']>, 'from' | 'version'> | null,
  now: number,
): Result<boolean, AppError> {
  if (attempt?.from !== version || openedBy(dataDir) !== attempt.version) return ok(false);
  return onDisk(() => {
    const copy = newestCopy(dataDir);
    if (copy === null || formatOf(join(dataDir, JOURNAL_FILE)) <= JOURNAL_FORMAT) return false;
    const aside = join(dataDir, `set-aside-${now}`);
    mkdirSync(aside, { mode: 0o700 });
    // What is remembered of the update itself stays.
    const names = readdirSync(copy).filter((name) => name !== 'update.json');
    for (const name of names.flatMap((one) => [one, `${one}-wal`, `${one}-shm`])) {
      if (existsSync(join(dataDir, name))) renameSync(join(dataDir, name), join(aside, name));
    }
    for (const name of names) copyFileSync(join(copy, name), join(dataDir, name));
    return true;
  });
}

function newestCopy(dataDir: string): string | null {
  const copies = join(dataDir, COPIES);
  const newest = existsSync(copies) ? readdirSync(copies).sort().at(-1) : undefined;
  return newest === undefined ? null : join(copies, newest);
}

function formatOf(file: string): number {
  if (!existsSync(file)) return 0;
  const db = openSqlite(file);
  try {
    return Number(db.prepare('PRAGMA user_version').get()?.user_version);
  } finally {
    db.close();
  }
}
