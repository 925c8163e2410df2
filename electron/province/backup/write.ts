import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { migrationsOf } from '../tables/catalog.ts';
import { pagesOf } from '../tables/pages.ts';
import { namesOf, type Table } from '../tables/table.ts';
import { asCell, createTally } from '../tables/tally.ts';
import { backedUpTables } from './backed-up.ts';
import { fileHash, type Header, HUB_FILES, type Manifest } from './format.ts';
import { openSnapshot, type Snapshot, type Store } from './snapshot.ts';

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
    const tables = await backedUpTables(snapshot);
    yield lineOf(await headerOf(snapshot, tables, now));
    const manifest: Manifest = { tables: {}, files: {} };
    for (const table of tables) {
      const tally = createTally();
      for await (const page of pagesOf(snapshot, table)) {
        const texts = page.map((row) => {
          const r = table.columns.map(({ name }) => asCell(row[name]));
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
    tables: tables.map((table) => ({ name: table.name, columns: [...namesOf(table)] })),
  };
}
