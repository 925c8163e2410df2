import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Db } from '../db/schema.ts';
import { migrationsOf, tablesOf } from './catalog.ts';
import { asCell, type Cell, createTally, type Header, type Manifest, ofCell } from './format.ts';
import { readBackup } from './read.ts';
import { openSnapshot, type Store } from './snapshot.ts';
import { pagesOf } from './write.ts';

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
    for (const name of [...tables].reverse()) await tx.deleteFrom(name as 'points').execute();
    const writer = rowWriter(tx);
    const result = await readBackup(source, {
      async onHeader(header) {
        if (header.migrations.some((name) => !known.includes(name))) return appErr('backup-newer');
        const stranger = header.tables.find(({ name }) => !tables.includes(name));
        if (stranger !== undefined) return appErr('backup-corrupt', { detail: `unknown table ${stranger.name}` });
        writer.begin(header);
        return ok(null);
      },
      onRow: writer.add,
      onFile: async (name, bytes) => void files.set(name, bytes),
    });
    if (result.ok) await writer.flush();
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
    return { known: await migrationsOf(snapshot), tables: (await tablesOf(snapshot)).map(({ name }) => name) };
  } finally {
    await snapshot.close();
  }
}

const AT_ONCE = 2000;

function rowWriter(tx: Db) {
  const columns = new Map<string, readonly string[]>();
  let table = '';
  let waiting: Record<string, unknown>[] = [];
  async function flush(): Promise<void> {
    for (const chunk of inChunks(waiting)) {
      await tx
        .insertInto(table as 'points')
        .values(chunk as never)
        .execute();
    }
    waiting = [];
  }
  return {
    begin(header: Header): void {
      for (const one of header.tables) columns.set(one.name, one.columns);
    },
    async add(name: string, cells: readonly Cell[]): Promise<void> {
      if (name !== table || waiting.length >= AT_ONCE) await flush();
      table = name;
      const names = columns.get(name) ?? [];
      waiting.push(Object.fromEntries(names.map((column, at) => [column, ofCell(cells[at] ?? null)])));
    },
    flush,
  };
}

/** The first table whose rows in the database are not those of the manifest; null when all are. */
async function firstDifference(store: Store, { header, manifest }: Restored): Promise<string | null> {
  const snapshot = await openSnapshot(store);
  try {
    const tables = new Map((await tablesOf(snapshot)).map((table) => [table.name, table]));
    for (const { name, columns } of header.tables) {
      const table = tables.get(name);
      const tally = createTally();
      if (table !== undefined) {
        for await (const page of pagesOf(snapshot, table)) {
          for (const row of page) tally.add(columns.map((column) => asCell(row[column])));
        }
      }
      if (tally.total().digest !== manifest.tables[name]?.digest) return name;
    }
    return null;
  } finally {
    await snapshot.close();
  }
}
