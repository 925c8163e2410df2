import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { JournalEntry } from '../../shared/events/journal-entry.ts';
import { createTimesBack, type TimeBack } from '../../shared/events/times-back.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { lineHash, publicKey } from '../crypto/signed-line.ts';
import { CHAIN_START, type ChainHead, verifyNext } from '../crypto/verify-chain.ts';
import type { Sqlite } from '../sqlite/open.ts';
import { rowsOf } from '../sqlite/rows.ts';
import { auditCheckpoints } from './audit-checkpoints.ts';
import { JOURNAL_FILE } from './data-files.ts';
import { loadDeviceKey } from './device-key.ts';
import type { JournalFault } from './journal-fault.ts';
import { openJournalFile, storageError } from './journal-file.ts';
import { FILE_VAULT } from './key-vault.ts';
import { readReceipt } from './receipts.ts';
import { openPointStores } from './settings.ts';

/** One line as an auditor gets it: what it says, whether it holds, and the line itself to check again by other means. */
export interface AuditedLine {
  readonly device: string;
  readonly seq: number;
  readonly hash: string;
  readonly fault: AppError['code'] | null;
  readonly entry: JournalEntry | null;
  readonly jws: string;
}

export interface JournalAudit {
  readonly devices: number;
  readonly entries: number;
  readonly receipts: number;
  /** Of the province, kept here. */
  readonly checkpoints: number;
  /** In the order found: the first is the first bad one. */
  readonly faults: readonly JournalFault[];
  /** Entries dated well before the one they follow: to be looked at, no fault. */
  readonly timesBack: readonly TimeBack[];
}

interface Keys {
  readonly device: CryptoKey;
  readonly hub: { readonly id: string; readonly key: CryptoKey } | null;
  /** The device the hub's key belongs to: an earlier enrolment may have been with another hub. */
  readonly current: string | null;
}

/**
 * Checks every line of a folder's journal again, in order: signature, number, chain, and each of the hub's receipts against the chain.
 * `onLine` gets every line, good or bad. Errors: `enrolment-missing` (nothing to check it by), `journal-corrupt`, `storage-failed`.
 */
export async function verifyJournal(
  dataDir: string,
  onLine: (line: AuditedLine) => void,
): Promise<Result<JournalAudit, AppError>> {
  const file = join(dataDir, JOURNAL_FILE);
  if (!existsSync(file)) return appErr('enrolment-missing');
  const keys = await readKeys(dataDir);
  if (!keys.ok) return keys;
  const db = openJournalFile(file);
  if (!db.ok) return db;
  try {
    return ok(await audit(db.value, keys.value, onLine));
  } catch (error) {
    return err(storageError(error));
  } finally {
    db.value.close();
  }
}

async function readKeys(dataDir: string): Promise<Result<Keys, AppError>> {
  const { enrolment } = openPointStores(dataDir, Date.now, () => undefined).enrolment.read();
  const own = enrolment ? ok({ public: enrolment.deviceKey }) : loadDeviceKey(dataDir, FILE_VAULT);
  if (!own.ok) return own;
  if (!own.value) return appErr('enrolment-missing');
  const hub = enrolment ? { id: enrolment.hub.id, key: await publicKey(enrolment.hub.key) } : null;
  return ok({ device: await publicKey(own.value.public), hub, current: enrolment?.deviceId ?? null });
}

async function audit(db: Sqlite, keys: Keys, onLine: (line: AuditedLine) => void): Promise<JournalAudit> {
  const faults: JournalFault[] = [];
  const times = createTimesBack();
  const auditLine = (line: AuditedLine) => {
    if (line.entry) times.see(line.entry);
    onLine(line);
  };
  const devices = db.prepare('SELECT DISTINCT device FROM entries UNION SELECT device FROM receipts').all();
  let entries = 0;
  let receipts = 0;
  let checkpoints = 0;
  for (const { device } of devices) {
    const id = String(device);
    const hashes = new Map<number, string>();
    entries += await auditChain(db, id, keys.device, hashes, faults, auditLine);
    if (id !== keys.current || !keys.hub) continue;
    receipts += await auditReceipts(db, id, keys.hub.key, hashes, faults);
    const audited = await auditCheckpoints(db, id, keys.hub, hashes);
    checkpoints += audited.checkpoints;
    faults.push(...audited.faults);
  }
  return { devices: devices.length, entries, receipts, checkpoints, faults, timesBack: times.all };
}

async function auditChain(
  db: Sqlite,
  device: string,
  key: CryptoKey,
  hashes: Map<number, string>,
  faults: JournalFault[],
  onLine: (line: AuditedLine) => void,
): Promise<number> {
  let head: ChainHead = CHAIN_START;
  const lines = db.prepare('SELECT seq, hash, jws FROM entries WHERE device = ? ORDER BY seq');
  for (const row of rowsOf(lines, device)) {
    const seq = Number(row.seq);
    const jws = String(row.jws);
    const hash = lineHash(jws);
    const next = await verifyNext(jws, head, { id: device, key });
    const error = next.ok ? (hash === row.hash ? null : appErr('journal-bad-chain', { seq }).error) : next.error;
    if (error) faults.push({ device, what: 'entry', seq, error });
    onLine({ device, seq, hash, fault: error?.code ?? null, entry: next.ok ? next.value.entry : null, jws });
    hashes.set(seq, hash);
    head = { seq, hash };
  }
  return hashes.size;
}

async function auditReceipts(
  db: Sqlite,
  device: string,
  hubKey: CryptoKey,
  hashes: ReadonlyMap<number, string>,
  faults: JournalFault[],
): Promise<number> {
  const rows = db.prepare('SELECT seq, jws FROM receipts WHERE device = ? ORDER BY seq').all(device);
  for (const row of rows) {
    const seq = Number(row.seq);
    const read = await readReceipt(String(row.jws), hubKey, device, (at) => hashes.get(at) ?? null);
    // A bad signature does not say which entry it is for: the row does.
    if (!read.ok) faults.push({ device, what: 'receipt', seq, error: { ...read.error, values: { seq } } });
    else if (read.value.seq !== seq) {
      faults.push({ device, what: 'receipt', seq, error: appErr('journal-bad-chain', { seq }).error });
    }
  }
  return rows.length;
}
