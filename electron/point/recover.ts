import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../shared/errors.ts';
import { ENTRY_TYP, journalEntry, type SignedEntry } from '../../shared/events/journal-entry.ts';
import { MAX_BATCH } from '../../shared/protocol/entries.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { publicKey, verifyLine } from '../crypto/signed-line.ts';
import { CHAIN_START, type ChainHead, verifyNext } from '../crypto/verify-chain.ts';
import { inTransaction, type Sqlite } from '../sqlite/open.ts';
import { JOURNAL_FILE } from './data-files.ts';
import { loadDeviceKey } from './device-key.ts';
import { tokenSource } from './device-token.ts';
import { createHubClient, type HubClient } from './hub-client.ts';
import { pinsOf } from './hub-pins.ts';
import { openJournal } from './journal.ts';
import { onDisk, openJournalFile } from './journal-file.ts';
import type { KeyVault } from './key-vault.ts';
import { type Row, type Salvaged, salvage } from './salvage.ts';
import { type Enrolment, openPointStores } from './settings.ts';

export interface RecoverWorld {
  readonly dataDir: string;
  readonly vault: KeyVault;
  readonly now: () => number;
  readonly hubUrl?: string | undefined;
}

export interface Recovered {
  /** Entries that came from the province. */
  readonly fetched: number;
  /** Entries only this machine had, as they were. */
  readonly kept: number;
  /** Entries recorded on an old copy: they were signed again behind what the province has, with the time they were made. */
  readonly filedAgain: number;
  /** The old journal's new name; null when there was none. */
  readonly setAside: string | null;
}

type Device = { readonly id: string; readonly key: CryptoKey };

/**
 * Makes the journal anew from what the province has of this device and what can still be read here. The old file stays under another
 * name. The window must be closed meanwhile.
 * Errors: `enrolment-missing`, `key-…`, the hub's, `journal-bad-…` (what the hub gave does not verify), `storage-failed`.
 */
export async function recoverJournal(world: RecoverWorld): Promise<Result<Recovered, AppError>> {
  const { enrolment } = openPointStores(world.dataDir, world.now, () => undefined).enrolment.read();
  if (!enrolment) return appErr('enrolment-missing');
  const own = loadDeviceKey(world.dataDir, world.vault);
  if (!own.ok) return own;
  const key = await own.value?.signingKey();
  if (!key) return appErr('key-unreadable');
  if (!key.ok) return key;
  const device = { id: enrolment.deviceId, key: await publicKey(enrolment.deviceKey) };
  const token = tokenSource(async () => key, { id: device.id, hubId: enrolment.hub.id }, world.now);
  const hub = createHubClient({ url: world.hubUrl ?? enrolment.hub.url, pin: pinsOf(enrolment) }, token);
  try {
    const fetched = await fetchAll(hub, device);
    if (!fetched.ok) return fetched;
    return await rebuild(world, enrolment, key.value, device, fetched.value);
  } finally {
    await hub.close();
  }
}

async function fetchAll(hub: HubClient, device: Device): Promise<Result<readonly SignedEntry[], AppError>> {
  const all: SignedEntry[] = [];
  let head = CHAIN_START;
  for (;;) {
    const page = await hub.ownEntries(head.seq);
    if (!page.ok) return page;
    for (const jws of page.value.entries) {
      const next = await verifyNext(jws, head, device);
      if (!next.ok) return next;
      all.push(next.value);
      head = { seq: next.value.entry.seq, hash: next.value.hash };
    }
    if (page.value.entries.length < MAX_BATCH) return ok(all);
  }
}

async function rebuild(
  { dataDir, now }: RecoverWorld,
  enrolment: Enrolment,
  key: CryptoKey,
  device: Device,
  fetched: readonly SignedEntry[],
): Promise<Result<Recovered, AppError>> {
  const file = join(dataDir, JOURNAL_FILE);
  const draft = `${file}.recovering`;
  const old = salvage(file);
  for (const end of ['', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true });
  const db = openJournalFile(draft);
  if (!db.ok) return db;
  try {
    const { kept, again } = await sortOut(old, device, fetched);
    const written = onDisk(() =>
      inTransaction(db.value, () => writeAll(db.value, old, device.id, [...fetched, ...kept])),
    );
    if (!written.ok) return written;
    let at = 0;
    const signer = { device: device.id, point: enrolment.point.code, key: async () => ok(key) };
    const journal = openJournal(db.value, signer, () => at);
    for (const { entry } of again) {
      at = entry.at;
      const filed = await journal.append(entry.event);
      if (!filed.ok) return filed;
    }
    // All of it into the one file that is about to be renamed, whoever still holds a statement of it.
    const whole = onDisk(() => db.value.exec('PRAGMA journal_mode = DELETE'));
    if (!whole.ok) return whole;
    db.value.close();
    const setAside = onDisk(() => swapIn(file, draft, `${file}.set-aside-${now()}`));
    if (!setAside.ok) return err(setAside.error);
    const counts = { fetched: fetched.length, kept: kept.length, filedAgain: again.length };
    return ok({ ...counts, setAside: setAside.value });
  } finally {
    if (db.value.isOpen) db.value.close();
  }
}

/** Of the lines read here: those that go on from what the province has, and those that somebody recorded on an old copy. */
async function sortOut(old: Salvaged, device: Device, fetched: readonly SignedEntry[]) {
  const known = new Set(fetched.map(({ hash }) => hash));
  const last = fetched.at(-1);
  let head: ChainHead = last ? { seq: last.entry.seq, hash: last.hash } : CHAIN_START;
  const kept: SignedEntry[] = [];
  const again: Pick<SignedEntry, 'entry'>[] = [];
  for (const { device: id, hash, jws } of old.entries) {
    if (id !== device.id || known.has(String(hash))) continue;
    const next = again.length === 0 ? await verifyNext(String(jws), head, device) : null;
    if (next?.ok) {
      kept.push(next.value);
      head = { seq: next.value.entry.seq, hash: next.value.hash };
      continue;
    }
    const signed = journalEntry.safeParse(await verifyLine(String(jws), device.key, ENTRY_TYP));
    // A second enrolment on top of the first is not worth filing; what does not verify stays in the file set aside.
    if (signed.success && signed.data.event.type !== 'enrolled') again.push({ entry: signed.data });
  }
  return { kept, again };
}

function writeAll(db: Sqlite, old: Salvaged, device: string, lines: readonly SignedEntry[]): void {
  const insert = db.prepare('INSERT INTO entries (device, seq, hash, jws) VALUES (?, ?, ?, ?)');
  for (const { entry, hash, jws } of lines) insert.run(device, entry.seq, hash, jws);
  const hashes = new Map(lines.map(({ entry, hash }) => [entry.seq, hash]));
  copy(
    db,
    'entries',
    old.entries.filter((row) => row.device !== device),
  );
  copy(
    db,
    'receipts',
    old.receipts.filter((row) => row.device !== device || hashes.get(Number(row.seq)) === row.hash),
  );
  copy(db, 'checkpoints', old.checkpoints);
}

function copy(db: Sqlite, table: keyof Salvaged, rows: readonly Row[]): void {
  for (const row of rows) {
    const names = Object.keys(row);
    const places = names.map(() => '?').join(', ');
    db.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(...Object.values(row));
  }
}

/** The old file keeps its bytes under another name before anything takes its place; answers that name. */
function swapIn(file: string, draft: string, aside: string): string | null {
  const there = existsSync(file);
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(`${file}${end}`)) linkSync(`${file}${end}`, `${aside}${end}`);
  }
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  renameSync(draft, file);
  return there ? aside : null;
}
