import { existsSync } from 'node:fs';
import type { Sqlite } from '../sqlite/open.ts';
import { rowsOf } from '../sqlite/rows.ts';
import { openJournalFile } from './journal-file.ts';

/** A row as it lies in a table of the journal. */
export type Row = Readonly<Record<string, string | number | null>>;

/** What can still be read of a journal, however damaged: rows of each table, in their order. */
export interface Salvaged {
  readonly entries: readonly Row[];
  readonly receipts: readonly Row[];
  readonly checkpoints: readonly Row[];
}

export function salvage(file: string): Salvaged {
  const db = existsSync(file) ? openJournalFile(file) : null;
  if (db === null || !db.ok) return { entries: [], receipts: [], checkpoints: [] };
  try {
    const [entries, receipts] = [readable(db.value, 'entries', 'seq'), readable(db.value, 'receipts', 'seq')];
    return { entries, receipts, checkpoints: readable(db.value, 'checkpoints', 'number') };
  } finally {
    db.value.close();
  }
}

/** From the beginning up to the damage, then from the end back to it. */
function readable(db: Sqlite, table: keyof Salvaged, key: 'seq' | 'number'): readonly Row[] {
  const forward = readUntilDamaged(db, `SELECT * FROM ${table} ORDER BY device, ${key}`);
  if (forward.whole) return forward.rows;
  const known = new Set(forward.rows.map((row) => `${row.device} ${row[key]}`));
  const backward = readUntilDamaged(db, `SELECT * FROM ${table} ORDER BY device DESC, ${key} DESC`).rows;
  return [...forward.rows, ...backward.filter((row) => !known.has(`${row.device} ${row[key]}`)).reverse()];
}

function readUntilDamaged(db: Sqlite, query: string): { readonly rows: readonly Row[]; readonly whole: boolean } {
  const rows: Row[] = [];
  try {
    for (const row of rowsOf(db.prepare(query))) rows.push(row as Row);
    return { rows, whole: true };
  } catch {
    return { rows, whole: false };
  }
}
