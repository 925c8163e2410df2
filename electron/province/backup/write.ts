import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { migrationsOf, type Table, tablesOf } from './catalog.ts';
import { asCell, createTally, fileHash, type Header, HUB_FILES, type Manifest } from './format.ts';
import { openSnapshot, type Row, type Snapshot, type Store } from './snapshot.ts';

const PAGE = 500;

/** A province's data as one gzip stream, as it was at one moment, while the hub goes on. Fails the stream when it cannot be read. */
export function backupStream(store: Store, now: number): Readable {
  const plain = Readable.from(lines(store, now));
  const packed = createGzip();
  plain.once('error', (error) => packed.destroy(error));
  packed.once('close', () => plain.destroy());
  return plain.pipe(packed);
}

async function* lines(store: Store, now: number): AsyncGenerator<string> {
  const snapshot = await openSnapshot(store);
  try {
    const tables = await tablesOf(snapshot);
    yield lineOf(await headerOf(snapshot, tables, now));
    const manifest: Manifest = { tables: {}, files: {} };
    for (const table of tables) {
      const tally = createTally();
      for await (const page of pagesOf(snapshot, table)) {
        const texts = page.map((row) => {
          const r = table.columns.map((column) => asCell(row[column]));
          tally.add(r);
          return lineOf({ t: table.name, r });
        });
        yield texts.join('');
      }
      manifest.tables[table.name] = tally.total();
    }
    for (const name of HUB_FILES) {
      const file = join(store.dataDir, name);
      if (!existsSync(file)) continue;
      const bytes = readFileSync(file);
      manifest.files[name] = fileHash(bytes);
      yield lineOf({ file: name, base64: bytes.toString('base64') });
    }
    yield lineOf({ manifest });
  } finally {
    await snapshot.close();
  }
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

async function headerOf(snapshot: Snapshot, tables: readonly Table[], now: number): Promise<Header> {
  const [hub] = await snapshot.query('select id, name from hub');
  if (hub === undefined) throw new Error('the database holds no hub');
  return {
    format: 'diem-cau-backup',
    version: 1,
    createdAt: now,
    hub: { id: String(hub.id), name: String(hub.name) },
    migrations: [...(await migrationsOf(snapshot))],
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  };
}

/** A table's rows by its key, page after page. */
export async function* pagesOf(snapshot: Snapshot, { name, key }: Table): AsyncGenerator<readonly Row[]> {
  const columns = key.map(quoted).join(', ');
  const marks = key.map(() => '?').join(', ');
  let after: readonly (string | number)[] | null = null;
  for (;;) {
    const where: string = after === null ? '' : `where (${columns}) > (${marks})`;
    const sql = `select * from ${quoted(name)} ${where} order by ${columns} limit ${PAGE}`;
    const page: readonly Row[] = await snapshot.query(sql, after ?? []);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = key.map((column) => last[column] as string | number);
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
