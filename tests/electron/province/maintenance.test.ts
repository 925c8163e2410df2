import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { backedUpTables } from '../../../electron/province/backup/backed-up.ts';
import { restore } from '../../../electron/province/backup/restore.ts';
import { openSnapshot, type Store } from '../../../electron/province/backup/snapshot.ts';
import { backupStream } from '../../../electron/province/backup/write.ts';
import { listAudit } from '../../../electron/province/db/audit.ts';
import { openDatabase } from '../../../electron/province/db/open.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { verifyStored } from '../../../electron/province/journal/verify-stored.ts';
import { sweep } from '../../../electron/province/retention/sweep.ts';
import { updateList } from '../../../shared/protocol/maintenance.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { onSqlite } from './databases.ts';
import { makeHub, ORIGIN, type TestHub } from './hub.ts';

const PG = findPostgres();
let server: PostgresServer | null = null;
beforeAll(async () => {
  if (PG !== null) server = await startPostgres(PG);
});
afterAll(async () => server?.stop());

type Kind = 'sqlite' | 'postgres';
const KINDS: readonly Kind[] = PG === null ? ['sqlite'] : ['sqlite', 'postgres'];

async function newStore(kind: Kind): Promise<{ store: Store; db: Db }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dc-backup-'));
  const store = { dataDir, ...(kind === 'postgres' && { database: await server?.newDatabase() }) };
  const db = await openDatabase(store);
  onTestFinished(async () => {
    await db.destroy();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { store, db };
}

const RUN = {
  type: 'manual-answer',
  meetingId: 'giao-ban',
  itemId: 'wired-line',
  answer: 'yes',
  note: 'Đã thử “dây” 100 %',
} as const;

async function furnished(kind: Kind) {
  const { store, db } = await newStore(kind);
  const hub = await makeHub(db, { store });
  const device = await hub.enrol();
  const lines = [];
  for (let n = 0; n < 30; n += 1) lines.push(await device.sign(RUN, hub.clock.ms + n));
  expect((await hub.push(device, lines)).status).toBe(200);
  writeFileSync(join(store.dataDir, 'tls-key.pem'), 'key');
  writeFileSync(join(store.dataDir, 'tls-cert.pem'), 'cert');
  return { store, db, hub, device };
}

/** All rows of all tables, in an order that does not depend on the database. */
async function contentOf(store: Store) {
  const snapshot = await openSnapshot(store);
  const content: Record<string, string[]> = {};
  for (const { name, columns } of await backedUpTables(snapshot)) {
    const rows = await snapshot.query(`select * from "${name}"`);
    content[name] = rows.map((row) => JSON.stringify(columns.map((column) => row[column.name]))).sort();
  }
  await snapshot.close();
  return content;
}

describe.each(KINDS)('a back-up of a province on %s', (from) => {
  it.each(KINDS)('restores into an empty one on %s, the same and verified', async (to) => {
    const { store, device } = await furnished(from);
    const file = await buffer(backupStream(store, 1));
    const target = await newStore(to);
    const restored = await restore(target.db, target.store, Readable.from([file]));
    expect(restored).toMatchObject({ ok: true, value: { manifest: { tables: { entries: { rows: 30 } } } } });
    expect(await contentOf(target.store)).toEqual(await contentOf(store));
    expect(await verifyStored(target.db)).toMatchObject({ devices: 1, entries: 30, faults: [] });
    expect(readFileSync(join(target.store.dataDir, 'tls-key.pem'), 'utf8')).toBe('key');
    // It goes on where the other one was: what is counted up is not counted from the beginning.
    const hub = await makeHub(target.db, { store: target.store }, false);
    expect((await hub.push(device, [await device.sign(RUN, hub.clock.ms + 100)])).status).toBe(200);
    // And never over one that has data.
    const again = await restore(target.db, target.store, Readable.from([file]));
    expect(again).toMatchObject({ ok: false, error: { code: 'province-not-empty' } });
  });

  it('shows one moment while the hub goes on taking entries', async () => {
    const { store, hub, device } = await furnished(from);
    const stream = backupStream(store, 1);
    const chunks: Buffer[] = [];
    let at = 100;
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      at += 1;
      const line = await device.sign(RUN, at);
      expect((await hub.push(device, [line])).status).toBe(200);
    }
    const rest = [await device.sign(RUN, 1), await device.sign(RUN, 2)];
    expect((await hub.push(device, rest)).status).toBe(200);
    const target = await newStore(from);
    expect((await restore(target.db, target.store, Readable.from(chunks))).ok).toBe(true);
    // Chains and heads belong together: one that was torn would not verify.
    expect((await verifyStored(target.db)).faults).toEqual([]);
  });
});

describe('a back-up file', () => {
  const good = async () => buffer(backupStream((await furnished('sqlite')).store, 1));
  const tampered = (text: string) => gzipSync(text);

  it.each([
    ['cut off', (file: Buffer) => file.subarray(0, file.length - 40)],
    ['without its end', (file: Buffer) => tampered(gunzipSync(file).toString().split('\n').slice(0, -2).join('\n'))],
    ['with a changed row', (file: Buffer) => tampered(gunzipSync(file).toString().replace('Họp giao ban', 'Họp khác'))],
    [
      'with a column nobody knows',
      (file: Buffer) => tampered(gunzipSync(file).toString().replace('"code"', '"code\\") --"')),
    ],
    ['that is something else', () => Buffer.from('PK not a back-up')],
    ['of another format', () => tampered('{"format":"else"}\n')],
  ])('%s is refused, and nothing is written', async (_, broken) => {
    const target = await newStore('sqlite');
    const before = await contentOf(target.store);
    const result = await restore(target.db, target.store, Readable.from([broken(await good())]));
    expect(result).toMatchObject({ ok: false, error: { code: 'backup-corrupt' } });
    expect(await contentOf(target.store)).toEqual(before);
  });

  it('of newer software is refused', async () => {
    const file = tampered(
      gunzipSync(await good())
        .toString()
        .replace('"0001-initial"', '"0001-initial","9999-later"'),
    );
    const target = await newStore('sqlite');
    const result = await restore(target.db, target.store, Readable.from([file]));
    expect(result).toMatchObject({ ok: false, error: { code: 'backup-newer' } });
  });

  it('goes to an administrator, is checked in the console, and is never restored over data', async () => {
    const { hub, store } = await furnished('sqlite');
    const headers = { ...ORIGIN, ...(await hub.signIn('admin')) };
    const file = await hub.app.inject({ url: '/api/console/backup', headers });
    expect(file.headers['content-disposition']).toContain('diem-cau-2026-01-31-0700.backup.gz');
    const given = { headers: { ...headers, 'content-type': 'application/gzip' }, payload: file.rawPayload };
    const post = (what: string) => hub.json({ method: 'POST', url: `/api/console/backup/${what}`, ...given });
    expect((await post('check')).body).toMatchObject({ rows: { entries: 30 } });
    expect((await post('restore')).body).toMatchObject({ error: { code: 'province-not-empty' } });
    // A hub that was only founded takes it.
    const other = await newStore('sqlite');
    const empty = await makeHub(other.db, { store: other.store });
    const emptied = { ...ORIGIN, ...(await empty.signIn('admin')), 'content-type': 'application/gzip' };
    for (const table of ['invitations', 'meetings', 'people', 'points'] as const)
      await other.db.deleteFrom(table).execute();
    const restored = await empty.json({
      method: 'POST',
      url: '/api/console/backup/restore',
      ...given,
      headers: emptied,
    });
    expect(restored.status).toBe(200);
    expect((await contentOf(other.store)).entries).toEqual((await contentOf(store)).entries);
  });
});

describe('what is kept for a time only', () => {
  it('is deleted after the policy’s days, and the log says how much', async () => {
    const hub = await makeHub(await onSqlite()());
    const asked: number[] = [];
    const kept = {
      name: 'attachments',
      days: 'attachmentDays',
      async deleteBefore(_: Db, before: number) {
        asked.push(before);
        return 3;
      },
    } as const;
    expect(await sweep(hub.deps, 'hub', [kept])).toBe(3);
    expect(asked).toEqual([hub.clock.ms - 365 * 24 * 3_600_000]);
    const entry = (await listAudit(hub.db, 10)).find(({ action }) => action === 'retention-deleted');
    expect(entry).toMatchObject({
      action: 'retention-deleted',
      subject: 'attachments',
      detail: { deleted: 3, days: 365 },
    });
  });
});

describe('update files', () => {
  const openNew = onSqlite();
  const INSTALLER = Buffer.from('an installer');

  async function asAdmin(hub: TestHub) {
    const headers = { ...ORIGIN, ...(await hub.signIn('admin')), 'content-type': 'application/octet-stream' };
    return {
      put: (name: string, payload: Buffer | string) =>
        hub.json({ method: 'POST', url: `/api/console/updates/${name}`, headers, payload }),
      list: async () => updateList.parse((await hub.json({ url: '/api/console/updates', headers })).body),
      remove: (name: string) =>
        hub.json({
          method: 'DELETE',
          url: `/api/console/updates/${name}`,
          headers: { ...ORIGIN, cookie: headers.cookie },
        }),
    };
  }

  it('are taken in, listed, served in ranges and removed', async () => {
    const hub = await makeHub(await openNew());
    const { put, list, remove } = await asAdmin(hub);
    expect((await put('Diem-Cau-1.2.3.exe', INSTALLER)).status).toBe(200);
    expect((await put('latest.yml', 'version: 1.2.3')).body).toMatchObject({ error: { code: 'update-bad-name' } });
    expect((await list()).files).toMatchObject([{ name: 'Diem-Cau-1.2.3.exe', bytes: INSTALLER.length }]);
    const whole = await hub.app.inject({ url: '/updates/Diem-Cau-1.2.3.exe' });
    expect([whole.body, whole.headers['cache-control']]).toEqual(['an installer', 'no-cache']);
    const range = await hub.app.inject({ url: '/updates/Diem-Cau-1.2.3.exe', headers: { range: 'bytes=3-11' } });
    expect([range.statusCode, range.body]).toEqual([206, 'installer']);
    expect((await remove('Diem-Cau-1.2.3.exe')).status).toBe(200);
    expect((await list()).files).toEqual([]);
    expect((await remove('Diem-Cau-1.2.3.exe')).status).toBe(404);
  });

  it.each([
    '..%2Fhub.sqlite',
    '%2e%2e/hub.sqlite',
    '.Diem-Cau-1.2.3.exe.part',
    'latest.yml',
    'a.js',
    'hub.sqlite',
    '..%5Chub.exe',
    'a/b.exe',
  ])('nothing else is served or taken: %s', async (name) => {
    const hub = await makeHub(await openNew());
    writeFileSync(join(hub.deps.store.dataDir, 'hub.sqlite'), 'secret');
    const served = await hub.app.inject({ url: `/updates/${name}` });
    expect([served.statusCode, served.body.includes('secret')]).toEqual([404, false]);
    expect([400, 404]).toContain((await (await asAdmin(hub)).put(name, 'x')).status);
  });
});
