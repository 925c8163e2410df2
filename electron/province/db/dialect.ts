import { type Kysely, PostgresAdapter } from 'kysely';

/** Where the two databases must be told apart: everything else is one set of queries. */
export function isPostgres<Schema>(db: Kysely<Schema>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
