import { sql } from 'kysely';
import { isPostgres } from '../db/dialect.ts';
import type { Db } from '../db/schema.ts';

/** Tables whose key the database counts up and never gives twice. */
const COUNTED = { pushes: 'position', deliveries: 'position' } as const;
type Counted = keyof typeof COUNTED;

/** The last number given; 0 before the first. Of SQLite also those whose rows are gone. */
async function lastGiven(db: Db, table: Counted): Promise<number> {
  if (isPostgres(db)) {
    const { rows } = await sql<{ last: number | null }>`
      select max(${sql.ref(COUNTED[table])}) as last from ${sql.table(table)}`.execute(db);
    return rows[0]?.last ?? 0;
  }
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(db);
  return rows[0]?.seq ?? 0;
}

/**
 * After rows were put in with their numbers: the next one given is above all that `from` ever gave. SQLite sees to that itself;
 * PostgreSQL would begin at 1, and every row would be refused until it is past those that are there.
 */
export async function countOn(from: Db, to: Db): Promise<void> {
  if (!isPostgres(to)) return;
  for (const [table, column] of Object.entries(COUNTED) as [Counted, string][]) {
    const last = Math.max(await lastGiven(from, table), await lastGiven(to, table));
    if (last > 0) await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${last}::bigint)`.execute(to);
  }
}
