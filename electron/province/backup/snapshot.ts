import { join } from 'node:path';
import pg from 'pg';
import { openSqlite } from '../../sqlite/open.ts';
import { numbered, type Row, type RowSource } from '../tables/source.ts';

/** Where a province's data lies. */
export interface Store {
  readonly dataDir: string;
  /** `postgres://…`; without it SQLite in `dataDir`. */
  readonly database?: string | undefined;
}

/** The database as it was at one moment: what is written meanwhile is not seen, and nobody who writes waits. */
export interface Snapshot extends RowSource {
  readonly close: () => Promise<void>;
}

export function openSnapshot({ dataDir, database }: Store): Promise<Snapshot> {
  return database === undefined ? sqliteSnapshot(join(dataDir, 'hub.sqlite')) : postgresSnapshot(database);
}

/** A read transaction of a connection of its own: in WAL mode it keeps its view while others write. */
async function sqliteSnapshot(file: string): Promise<Snapshot> {
  const db = openSqlite(file);
  db.exec('BEGIN');
  return {
    kind: 'sqlite',
    async query(sql, parameters = []) {
      // The module works while everybody waits: between two pages the hub's own requests get their turn.
      await new Promise((resolve) => setImmediate(resolve));
      return db.prepare(sql).all(...parameters) as readonly Row[];
    },
    async close() {
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

const INT8 = 20;

async function postgresSnapshot(url: string): Promise<Snapshot> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'diem-cau-backup',
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        id === INT8 ? Number : pg.types.getTypeParser(id, format as 'text'),
    },
  });
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return {
    kind: 'postgres',
    async query(sql, parameters = []) {
      const { rows } = await client.query<Row>(numbered(sql), [...parameters]);
      return rows;
    },
    close: () => client.end(),
  };
}
