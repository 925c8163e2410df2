import { closeSync, openSync } from 'node:fs';
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { openSqlite, type Sqlite } from '../../sqlite/open.ts';
import { rowsOf } from '../../sqlite/rows.ts';

/**
 * 64 MB of pages in memory, so that the indexes of a whole country's lines are found there; and 32 MB of log before it is written
 * into the database, so that a page many pushes change is written there once. Each commit is synced to disk all the same.
 */
const SETTINGS = 'PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;';

/** What SQLite takes and gives in this schema. */
type SqlValue = string | number | null;

/** One that reads what the system has in memory anyhow, and must not change anything. */
const READING = 'PRAGMA query_only = ON;';

/** Kysely over the `node:sqlite` API. */
export function sqliteDialect(file: string, use: 'read' | 'write'): SqliteDialect {
  return new SqliteDialect({
    async database() {
      // The hub's key lies in it: for this user only. SQLite gives the files beside it the same permissions.
      closeSync(openSync(file, 'a', 0o600));
      const db = openSqlite(file);
      db.exec(use === 'read' ? READING : SETTINGS);
      return asKyselyDatabase(db);
    },
  });
}

/** Statements kept prepared: the hub has fewer that it uses again. */
const PREPARED = 200;

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

function asKyselyDatabase(db: Sqlite): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => db.close(),
    prepare(sql) {
      // A full disk makes SQLite roll back by itself; the error of rolling back again would hide why.
      if (sql === 'rollback' && !db.isTransaction) return NOTHING;
      const known = prepared.get(sql);
      if (known) return known;
      const statement = prepare(db, sql);
      // One that changes the schema is used once, and what was prepared before it may no longer fit.
      if (SCHEMA.test(sql)) prepared.clear();
      else if (prepared.size < PREPARED) prepared.set(sql, statement);
      return statement;
    },
  };
}

const SCHEMA = /^\s*(create|alter|drop|pragma|vacuum|attach|detach)\b/i;

function prepare(db: Sqlite, sql: string): SqliteStatement {
  // A transaction takes the write lock when it begins: one that only upgrades later fails at once when another process wrote meanwhile.
  const statement = db.prepare(sql === 'begin' ? 'begin immediate' : sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as readonly SqlValue[])),
    run: (parameters) => statement.run(...(parameters as readonly SqlValue[])),
    iterate: (parameters) => rowsOf(statement, ...(parameters as readonly SqlValue[])),
  };
}
