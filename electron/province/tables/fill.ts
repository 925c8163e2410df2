import { insertRows } from '../db/insert-rows.ts';
import type { Db } from '../db/schema.ts';
import type { Row } from './source.ts';
import type { TableColumn } from './table.ts';

/** Inserts rows into a table by its description: what neither the schema's types nor a migration know of when this is compiled. */
export async function fillTable(
  db: Db,
  name: string,
  columns: readonly TableColumn[],
  rows: readonly Row[],
): Promise<void> {
  const types = Object.fromEntries(columns.map((column) => [column.name, column.type]));
  await insertRows(db, name as 'points', types as never, rows as never);
}
