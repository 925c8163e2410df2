import { PostgresAdapter } from 'kysely';
import type { Db } from './schema.ts';

/** Where the two databases must be told apart: everything else is one set of queries. */
export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
