import { CompiledQuery } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Db, HubSchema } from './schema.ts';

/** How a column of the hub's tables is called in PostgreSQL. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'double precision';

/** Columns of a table in the order in which they are written. */
export type Columns<Table extends keyof HubSchema> = Readonly<Record<keyof HubSchema[Table] & string, ColumnType>>;

/** Rows of one SQLite statement: a few sizes, so that few statements are prepared and each is used again. */
const SIZES = [64, 16, 4, 1] as const;

/**
 * Inserts many rows with one short statement whatever their number: building a large one anew each time cost more than the
 * database did. `onConflict` is put behind it as it stands.
 */
export async function insertRows<Table extends keyof HubSchema & string>(
  db: Db,
  table: Table,
  columns: Columns<Table>,
  rows: readonly HubSchema[Table][],
  onConflict = '',
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns) as (keyof HubSchema[Table] & string)[];
  const head = `insert into ${quoted(table)} (${names.map(quoted).join(', ')})`;
  if (isPostgres(db)) {
    const arrays = names.map((name, i) => `$${i + 1}::${columns[name]}[]`).join(', ');
    const values = names.map((name) => rows.map((row) => row[name]));
    await db.executeQuery(CompiledQuery.raw(`${head} select * from unnest(${arrays}) ${onConflict}`, values));
    return;
  }
  const row = `(${names.map(() => '?').join(', ')})`;
  for (const [start, size] of portions(rows.length)) {
    const text = `${head} values ${Array.from({ length: size }, () => row).join(', ')} ${onConflict}`;
    const values = rows.slice(start, start + size).flatMap((one) => names.map((name) => one[name]));
    await db.executeQuery(CompiledQuery.raw(text, values));
  }
}

function quoted(name: string): string {
  return `"${name}"`;
}

/** Where each portion starts, and how many rows it has. */
function* portions(rows: number): Generator<readonly [number, number]> {
  let start = 0;
  for (const size of SIZES) {
    for (; rows - start >= size; start += size) yield [start, size];
  }
}
