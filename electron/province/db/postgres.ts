import { PostgresDialect } from 'kysely';
import pg from 'pg';

const INT8 = 20;

/** Kysely over a PostgreSQL server. All our 64-bit integers are epoch milliseconds or counts, so they come as plain numbers. */
export function postgresDialect(url: string, onIdleError: (error: Error) => void): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'diem-cau-hub',
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        id === INT8 ? Number : pg.types.getTypeParser(id, format as 'text'),
    },
  });
  // A server that restarts breaks idle connections; the pool replaces them, and without a listener the process would end.
  pool.on('error', onIdleError);
  return new PostgresDialect({ pool });
}
