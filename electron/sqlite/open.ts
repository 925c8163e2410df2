import { createRequire } from 'node:module';
import type { DatabaseSync } from 'node:sqlite';

export type Sqlite = DatabaseSync;

/**
 * Opens (and makes) a SQLite file so that a committed transaction survives a power cut: WAL with `synchronous=FULL`.
 * Throws when the file is not a database or cannot be written.
 */
export function openSqlite(file: string): Sqlite {
  const db = new (sqliteModule().DatabaseSync)(file, { timeout: 5000 });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Runs `work` in one transaction: all of it is on disk when this returns, or none of it. */
export function inTransaction<T>(db: Sqlite, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself; rolling back again would hide why.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** The runtime's own module where it has one (Node ≥ 22.13); the same API from a package on Node 20. */
function sqliteModule(): Pick<typeof import('node:sqlite'), 'DatabaseSync'> {
  return process.getBuiltinModule('node:sqlite') ?? createRequire(import.meta.url)('@photostructure/sqlite');
}
