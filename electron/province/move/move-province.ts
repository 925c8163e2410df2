import { CompiledQuery, sql } from 'kysely';
import { type AppError, appErr, type ErrorCode } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { findHub } from '../db/hub.ts';
import { livingHubs } from '../db/leases.ts';
import type { Db } from '../db/schema.ts';
import { digestRows, type Row, type TableDigest } from './digest.ts';
import { type Column, columnsOf, readRows } from './read-rows.ts';
import { COUNTED, MOVED_NAMES, type MovedTable } from './tables.ts';

export interface MovedRows extends TableDigest {
  readonly table: MovedTable;
}

export interface Move {
  /** Written into the source: where the province is from then on. */
  readonly movedTo: string;
  readonly now: number;
  readonly onProgress: (table: MovedTable, rows: number, of: number) => void;
}

/** Ends the target's transaction, so that nothing of it lasts. */
class Refused extends Error {
  readonly code: ErrorCode;
  readonly table: MovedTable;

  constructor(code: ErrorCode, table: MovedTable) {
    super(`${code}: ${table}`);
    this.code = code;
    this.table = table;
  }
}

/**
 * Copies a province from SQLite to PostgreSQL. The source takes no line meanwhile; the target has everything, read back and
 * found the same, or nothing; only then does the source say that it was moved. Answers what each table holds.
 * Errors: `move-hub-running`, `province-moved`, `move-target-used`, `move-differs`.
 */
export async function moveProvince(
  source: Db,
  target: Db,
  move: Move,
): Promise<Result<readonly MovedRows[], AppError>> {
  // It locks as it begins: what is read stays as it is until the source is marked.
  return source.transaction().execute(async (from) => {
    const hub = await findHub(from);
    if (hub === undefined) return appErr('not-found');
    if (hub.moved_to !== null) return appErr('province-moved', { to: hub.moved_to });
    if ((await livingHubs(from, move.now)) > 0) return appErr('move-hub-running');
    try {
      const moved = await target.transaction().execute((to) => fill(from, to, move.onProgress));
      await from.updateTable('hub').set({ moved_to: move.movedTo }).execute();
      return ok(moved);
    } catch (error) {
      if (error instanceof Refused) return appErr(error.code, { table: error.table });
      throw error;
    }
  });
}

async function fill(from: Db, to: Db, onProgress: Move['onProgress']): Promise<readonly MovedRows[]> {
  // Nobody else may write into it, nor move another province here at the same time.
  await sql`lock table ${sql.join(MOVED_NAMES.map((name) => sql.table(name)))} in share row exclusive mode`.execute(to);
  // A new database has this one row already.
  await to.deleteFrom('tree').where('size', '=', 0).execute();
  for (const table of MOVED_NAMES) if ((await countRows(to, table)) > 0) throw new Refused('move-target-used', table);
  const moved: MovedRows[] = [];
  for (const table of MOVED_NAMES) {
    const columns = await columnsOf(to, table);
    const digest = await copyTable(from, to, table, columns, onProgress);
    const there = await digestTable(to, table, columns);
    if (there.rows !== digest.rows || there.sha256 !== digest.sha256) throw new Refused('move-differs', table);
    moved.push({ table, ...digest });
  }
  for (const [table, column] of Object.entries(COUNTED)) await countOn(from, to, table, column);
  return moved;
}

async function copyTable(
  from: Db,
  to: Db,
  table: MovedTable,
  columns: readonly Column[],
  onProgress: Move['onProgress'],
): Promise<TableDigest> {
  const of = await countRows(from, table);
  const digest = digestRows(columns.map(({ name }) => name));
  let done = 0;
  for await (const rows of readRows(from, table, columns)) {
    for (const row of rows) digest.add(row);
    await insert(to, table, columns, rows);
    done += rows.length;
    onProgress(table, done, of);
  }
  return digest.end();
}

async function digestTable(db: Db, table: MovedTable, columns: readonly Column[]): Promise<TableDigest> {
  const digest = digestRows(columns.map(({ name }) => name));
  for await (const rows of readRows(db, table, columns)) for (const row of rows) digest.add(row);
  return digest.end();
}

async function insert(to: Db, table: MovedTable, columns: readonly Column[], rows: readonly Row[]): Promise<void> {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const arrays = columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ');
  const values = columns.map(({ name }) => rows.map((row) => row[name] ?? null));
  await to.executeQuery(CompiledQuery.raw(`insert into "${table}" (${names}) select * from unnest(${arrays})`, values));
}

async function countRows(db: Db, table: MovedTable): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

/** The next number given is above every one that was, also above those whose rows are gone. */
async function countOn(from: Db, to: Db, table: string, column: string): Promise<void> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(from);
  const last = rows[0]?.seq ?? 0;
  if (last > 0) await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${last}::bigint)`.execute(to);
}
