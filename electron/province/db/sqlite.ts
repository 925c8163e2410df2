import { closeSync, openSync } from 'node:fs';
import { type SqliteDatabase, SqliteDialect } from 'kysely';
import { openSqlite, type Sqlite } from '../../sqlite/open.ts';

/** What SQLite takes and gives in this schema. */
type SqlValue = string | number | null;

/** Kysely over the `node:sqlite` API. */
export function sqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({
    async database() {
      // The hub's key lies in it: for this user only. SQLite gives the files beside it the same permissions.
      closeSync(openSync(file, 'a', 0o600));
      return asKyselyDatabase(openSqlite(file));
    },
  });
}

function asKyselyDatabase(db: Sqlite): SqliteDatabase {
  return {
    close: () => db.close(),
    prepare(sql) {
      // A transaction takes the write lock when it begins: one that only upgrades later fails at once when another process wrote meanwhile.
      const statement = db.prepare(sql === 'begin' ? 'begin immediate' : sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as readonly SqlValue[])),
        run: (parameters) => statement.run(...(parameters as readonly SqlValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as readonly SqlValue[])),
      };
    },
  };
}
