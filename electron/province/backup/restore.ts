import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Db } from '../db/schema.ts';
import { migrationsOf } from '../tables/catalog.ts';
import { countOn } from '../tables/counted.ts';
import { fillTable } from '../tables/fill.ts';
import type { Row } from '../tables/source.ts';
import type { Table, TableColumn } from '../tables/table.ts';
import { type Cell, ofCell, totalOf } from '../tables/tally.ts';
import { backedUpTables } from './backed-up.ts';
import type { Header, Manifest } from './format.ts';
import { readBackup } from './read.ts';
import { openSnapshot, type Store } from './snapshot.ts';

export interface Restored {
  readonly header: Header;
  readonly manifest: Manifest;
}

/** What a province in use has. A hub that was only started, with an account to sign in by, has none of it. */
const IN_USE = ['points', 'meetings', 'devices', 'entries', 'people'] as const;

/**
 * Fills an empty province from a back-up, in one transaction, and compares what then stands in the database with the manifest.
 * `db` is open on `store` at the newest schema. A hub that runs on it must be started again: it is another one now.
 * Errors: `province-not-empty`, `backup-corrupt`, `backup-newer`; nothing was written then.
 */
export async function restore(db: Db, store: Store, source: Readable): Promise<Result<Restored, AppError>> {
  const { known, tables } = await schemaOf(store);
  const files = new Map<string, Buffer>();
  const read = await inOneTransaction(db, async (tx) => {
    for (const table of IN_USE) {
      if ((await tx.selectFrom(table).select(sql`1`.as('one')).limit(1).execute()).length > 0) {
        return appErr('province-not-empty');
      }
    }
    // What the empty hub was founded with makes room, the referring tables first.
    await tx.deleteFrom('sessions').execute();
    for (const { name } of [...tables].reverse()) await tx.deleteFrom(name as 'points').execute();
    const writer = rowWriter(tx, tables);
    const result = await readBackup(source, {
      async onHeader(header) {
        if (header.migrations.some((name) => !known.includes(name))) return appErr('backup-newer');
        const stranger = header.tables.find((one) => typedAs(one, tables) === null);
        if (stranger !== undefined) return appErr('backup-corrupt', { detail: `unknown table ${stranger.name}` });
        writer.begin(header);
        return ok(null);
      },
      onRow: writer.add,
      onFile: async (name, bytes) => void files.set(name, bytes),
    });
    if (result.ok) {
      await writer.flush();
      await countOn(tx, tx);
    }
    return result;
  });
  if (!read.ok) return read;
  const wrong = await firstDifference(store, read.value);
  if (wrong !== null) return appErr('backup-corrupt', { detail: `table ${wrong} after restoring` });
  for (const [name, bytes] of files) writeFileSync(join(store.dataDir, name), bytes, { mode: 0o600 });
  return read;
}

/** Undoes the transaction also when the work only answers with a failure. */
async function inOneTransaction<T>(
  db: Db,
  work: (tx: Db) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  let refused: Result<T, AppError> | null = null;
  try {
    return await db.transaction().execute(async (tx) => {
      const result = await work(tx);
      if (!result.ok) {
        refused = result;
        throw new Error('refused');
      }
      return result;
    });
  } catch (error) {
    if (refused !== null) return refused;
    throw error;
  }
}

async function schemaOf(store: Store) {
  const snapshot = await openSnapshot(store);
  try {
    return { known: await migrationsOf(snapshot), tables: await backedUpTables(snapshot) };
  } finally {
    await snapshot.close();
  }
}

const AT_ONCE = 2000;
/** And so many bytes of letters and photographs, at the most. */
const BYTES_AT_ONCE = 16 * 1024 * 1024;

function rowWriter(tx: Db, tables: readonly Table[]) {
  let columns: ReadonlyMap<string, readonly TableColumn[]> = new Map();
  let table = '';
  let waiting: Row[] = [];
  let bytes = 0;
  async function flush(): Promise<void> {
    await fillTable(tx, table, columns.get(table) ?? [], waiting);
    waiting = [];
    bytes = 0;
  }
  return {
    begin(header: Header): void {
      columns = new Map(header.tables.map((one) => [one.name, typedAs(one, tables) ?? []]));
    },
    async add(name: string, cells: readonly Cell[]): Promise<void> {
      if (name !== table || waiting.length >= AT_ONCE || bytes >= BYTES_AT_ONCE) await flush();
      table = name;
      const values = cells.map(ofCell);
      for (const value of values) if (value instanceof Buffer) bytes += value.length;
      const names = columns.get(name) ?? [];
      waiting.push(Object.fromEntries(names.map((column, at) => [column.name, values[at] ?? null])));
    },
    flush,
  };
}

/** The columns a back-up has of a table as this database describes them; null when it knows no such table, or not all of them. */
function typedAs({ name, columns }: Header['tables'][number], tables: readonly Table[]): readonly TableColumn[] | null {
  const known = tables.find((table) => table.name === name)?.columns ?? [];
  const typed = columns.flatMap((column) => known.find((one) => one.name === column) ?? []);
  return known.length > 0 && typed.length === columns.length ? typed : null;
}

/** The first table whose rows in the database are not those of the manifest; null when all are. */
async function firstDifference(store: Store, { header, manifest }: Restored): Promise<string | null> {
  const snapshot = await openSnapshot(store);
  try {
    const tables = new Map((await backedUpTables(snapshot)).map((table) => [table.name, table]));
    for (const { name, columns } of header.tables) {
      const table = tables.get(name);
      const total = table && (await totalOf(snapshot, table, columns));
      if (total?.digest !== manifest.tables[name]?.digest) return name;
    }
    return null;
  } finally {
    await snapshot.close();
  }
}
