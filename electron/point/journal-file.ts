import { closeSync, openSync } from 'node:fs';
import { type AppError, appErr } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { sqliteCode } from '../sqlite/error-code.ts';
import { openSqlite, type Sqlite } from '../sqlite/open.ts';

/**
 * One chain per device id: a machine that was enrolled anew keeps what it recorded before. The triggers are a guard against our
 * own mistakes; what proves that nothing was changed are the signatures.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entries (
    device TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    hash TEXT NOT NULL,
    jws TEXT NOT NULL,
    PRIMARY KEY (device, seq)
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS entries_are_never_changed BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER IF NOT EXISTS entries_are_never_deleted BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TABLE IF NOT EXISTS receipts (
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    jws TEXT NOT NULL,
    stored_at INTEGER NOT NULL,
    PRIMARY KEY (device, seq)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS checkpoints (
    device TEXT NOT NULL,
    number INTEGER NOT NULL,
    size INTEGER NOT NULL,
    root TEXT NOT NULL,
    jws TEXT NOT NULL,
    proof TEXT,
    standing TEXT NOT NULL CHECK (standing IN ('follows', 'breaks', 'accepted')),
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (device, number)
  ) STRICT;
  PRAGMA user_version = 2;
`;

/** What this version writes. It grows only when an older version could not read the file any more; what is new is added beside. */
export const JOURNAL_FORMAT = 2;

/**
 * Opens (and makes) the journal's file, and brings an older one to the present format. Errors: `journal-corrupt` (no database, or a
 * damaged one), `data-newer` (a newer version wrote it), `disk-full`, `storage-failed`.
 */
export function openJournalFile(file: string): Result<Sqlite, AppError> {
  let db: Sqlite | null = null;
  try {
    db = openPrivate(file);
    const format = Number(db.prepare('PRAGMA user_version').get()?.user_version);
    if (format > JOURNAL_FORMAT) {
      db.close();
      return appErr('data-newer');
    }
    if (format < JOURNAL_FORMAT) db.exec(SCHEMA);
    return ok(db);
  } catch (error) {
    db?.close();
    return err(storageError(error));
  }
}

/** As `openSqlite`, for a file that only this user may read (SQLite gives its side files the same rights). Throws as that does. */
export function openPrivate(file: string): Sqlite {
  closeSync(openSync(file, 'a', 0o600));
  return openSqlite(file);
}

const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/** An error thrown by SQLite or the file system as an expected failure. Anything else is a bug and thrown on. */
export function storageError(error: unknown): AppError {
  if (!(error instanceof Error)) throw error;
  const code = sqliteCode(error);
  if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) return appErr('journal-corrupt').error;
  if (code === SQLITE_FULL || ('code' in error && error.code === 'ENOSPC')) return appErr('disk-full').error;
  if (code === null && !('syscall' in error)) throw error;
  return appErr('storage-failed', { detail: error.message }).error;
}

/** Runs `work`, turning what storage throws into a failure. */
export function onDisk<T>(work: () => T): Result<T, AppError> {
  try {
    return ok(work());
  } catch (error) {
    return err(storageError(error));
  }
}
