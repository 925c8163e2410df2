import { sql } from 'kysely';
import { type AppError, appErr, type ErrorCode } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { findHub } from '../db/hub.ts';
import { livingHubs } from '../db/leases.ts';
import type { Db } from '../db/schema.ts';
import { tablesOf } from '../tables/catalog.ts';
import { countOn } from '../tables/counted.ts';
import { fillTable } from '../tables/fill.ts';
import { pagesOf } from '../tables/pages.ts';
import { type RowSource, sourceOf } from '../tables/source.ts';
import type { Table } from '../tables/table.ts';
import { asCell, createTally, type Total, totalOf } from '../tables/tally.ts';

/** What a table holds at either place. */
export interface MovedRows {
  readonly table: string;
  readonly rows: number;
  /** The sum of the rows' SHA-256, as `tables/tally.ts` makes it. */
  readonly sha256: string;
}

export interface Move {
  /** Written into the source: where the province is from then on. */
  readonly movedTo: string;
  readonly now: number;
  readonly onProgress: (table: string, rows: number, of: number) => void;
}

/** Ends the target's transaction, so that nothing of it lasts. */
class Refused extends Error {
  readonly code: ErrorCode;
  readonly table: string;

  constructor(code: ErrorCode, table: string) {
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
  const [source, target] = [sourceOf(from), sourceOf(to)];
  const tables = await tablesOf(target);
  // Nobody else may write into it, nor move another province here at the same time.
  await sql`lock table ${sql.join(tables.map(({ name }) => sql.table(name)))} in share row exclusive mode`.execute(to);
  // A new database has this one row already.
  await to.deleteFrom('tree').where('size', '=', 0).execute();
  for (const { name } of tables) if ((await countRows(target, name)) > 0) throw new Refused('move-target-used', name);
  const moved: MovedRows[] = [];
  for (const table of tables) {
    const { rows, digest } = await copyTable(source, to, table, onProgress);
    const there = await totalOf(target, table);
    if (there.rows !== rows || there.digest !== digest) throw new Refused('move-differs', table.name);
    moved.push({ table: table.name, rows, sha256: digest });
  }
  await countOn(from, to);
  return moved;
}

async function copyTable(source: RowSource, to: Db, table: Table, onProgress: Move['onProgress']): Promise<Total> {
  const of = await countRows(source, table.name);
  const tally = createTally();
  let done = 0;
  for await (const rows of pagesOf(source, table)) {
    for (const row of rows) tally.add(table.columns.map(({ name }) => asCell(row[name])));
    await fillTable(to, table.name, table.columns, rows);
    done += rows.length;
    onProgress(table.name, done, of);
  }
  return tally.total();
}

async function countRows(source: RowSource, table: string): Promise<number> {
  const [row] = await source.query(`select count(*) as n from "${table}"`);
  return Number(row?.n ?? 0);
}
