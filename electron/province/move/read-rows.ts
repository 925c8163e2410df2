import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { isPostgres } from '../db/dialect.ts';
import type { Db } from '../db/schema.ts';
import type { Row } from './digest.ts';
import { MOVED_TABLES, type MovedTable, portionOf } from './tables.ts';

/** A column of the target, and what PostgreSQL calls its type. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** All columns of a table, in the order of their names. */
export async function columnsOf(db: Db, table: MovedTable): Promise<readonly Column[]> {
  const found = (await db.introspection.getTables()).find(({ name }) => name === table);
  if (found === undefined) throw new Error(`the database has no table ${table}`);
  return found.columns
    .map(({ name, dataType }) => ({ name, type: dataType }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every row in the order of its key, the same on both databases, some at a time. Only inside a transaction. */
export function readRows(tx: Db, table: MovedTable, columns: readonly Column[]): AsyncGenerator<readonly Row[]> {
  const names = columns.map(({ name }) => name);
  let query = (tx as unknown as Kysely<Record<string, Row>>).selectFrom<string>(table).select(names);
  for (const name of MOVED_TABLES[table]) {
    const isText = columns.some((column) => column.name === name && column.type === 'text');
    // Byte by byte, as SQLite does; a database's own order depends on its language.
    query = query.orderBy(name, (order) => (isText && isPostgres(tx) ? order.collate('C') : order));
  }
  const portion = portionOf(table);
  return isPostgres(tx) ? fromCursor(tx, query, portion) : fromSqlite(query, portion);
}

type Query = SelectQueryBuilder<Record<string, Row>, string, Row>;

async function* fromCursor(tx: Db, query: Query, portion: number): AsyncGenerator<readonly Row[]> {
  await sql`declare moved no scroll cursor for ${query}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(portion)} from moved`.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < portion) break;
  }
  await sql`close moved`.execute(tx);
}

async function* fromSqlite(query: Query, portion: number): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = [];
  for await (const row of query.stream()) {
    rows.push(row);
    if (rows.length < portion) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
