import { join } from 'node:path';
import type { CryptoKey } from 'jose';
import { lineHash, payloadOf, signLine } from '../../../../../electron/crypto/signed-line.ts';
import { loadDeviceKey } from '../../../../../electron/point/device-key.ts';
import { FILE_VAULT } from '../../../../../electron/point/key-vault.ts';
import { verifyJournal } from '../../../../../electron/point/verify-journal.ts';
import { verifyStored } from '../../../../../electron/province/journal/verify-stored.ts';
import { openSqlite, type Sqlite } from '../../../../../electron/sqlite/open.ts';
import { ENTRY_TYP, type JournalEntry } from '../../../../../shared/events/journal-entry.ts';
import { type Stage, serve, unwrap, withDb, withPoint } from '../stage.ts';

export type Detector = 'point verify' | 'point' | 'hub' | 'province verify' | 'proof';

/** Something that somebody with the run of a disk, a device's key or the hub itself might do. `stage` is this attack's own. */
export interface Attack {
  readonly name: string;
  /** Who is to notice, and what it is to say. */
  readonly by: Detector;
  readonly code: string;
  /** Does it, and answers the codes that the detector told. */
  readonly run: (stage: Stage) => Promise<readonly string[]>;
}

/** Works on a point's journal as somebody with an SQLite tool would. */
export function inJournal<T>(dir: string, work: (db: Sqlite) => T): T {
  const db = openSqlite(join(dir, 'journal.db'));
  try {
    db.exec('DROP TRIGGER IF EXISTS entries_are_never_changed; DROP TRIGGER IF EXISTS entries_are_never_deleted');
    return work(db);
  } finally {
    db.close();
  }
}

/** The same with the hub's database. */
export function inHub<T>(dir: string, work: (db: Sqlite) => T): T {
  const db = openSqlite(join(dir, 'hub.sqlite'));
  try {
    db.exec('PRAGMA foreign_keys = OFF');
    return work(db);
  } finally {
    db.close();
  }
}

export async function pointVerify(dir: string): Promise<readonly string[]> {
  const audit = unwrap(await verifyJournal(dir, () => undefined));
  const back = audit.timesBack.length > 0 ? ['times-back'] : [];
  return [...audit.faults.map(({ error }) => error.code), ...back];
}

export function provinceVerify(dir: string, seen: Parameters<typeof verifyStored>[1] = []): Promise<readonly string[]> {
  return withDb(dir, async (db) => {
    const { faults, tree, timesBack } = await verifyStored(db, seen);
    const back = timesBack.length > 0 ? ['times-back'] : [];
    return [...faults.map(({ error }) => error.code), ...tree.faults.map(({ code }) => code), ...back];
  });
}

/** What a point says once it has spoken with the hub as it now is. */
export async function pointSays({ hubDir }: Stage, dir: string): Promise<readonly string[]> {
  const hub = await serve(hubDir);
  try {
    return await withPoint(dir, hub.url, async (point) => {
      const synced = await point.syncNow();
      return [...(synced.ok ? [] : [synced.error.code]), ...point.warnings().map(({ code }) => code)];
    });
  } finally {
    await hub.stop();
  }
}

export async function deviceKeyOf(dir: string): Promise<CryptoKey> {
  const key = unwrap(loadDeviceKey(dir, FILE_VAULT));
  if (key === null) throw new Error('no device key');
  return unwrap(await key.signingKey());
}

export interface Line {
  readonly seq: number;
  readonly jws: string;
}

export function linesOf(dir: string): readonly Line[] {
  return inJournal(dir, (db) =>
    db
      .prepare('SELECT seq, jws FROM entries ORDER BY seq')
      .all()
      .map((row) => ({ seq: Number(row.seq), jws: String(row.jws) })),
  );
}

/** Signs the entries anew as one chain with the device's own key, and puts them in the journal's place. */
export async function resignAll(dir: string, entries: readonly JournalEntry[]): Promise<void> {
  const key = await deviceKeyOf(dir);
  const lines: [number, string, string][] = [];
  let prev = 'genesis';
  for (const [index, entry] of entries.entries()) {
    const jws = await signLine({ ...entry, seq: index + 1, prev }, key, { typ: ENTRY_TYP, kid: entry.device });
    prev = lineHash(jws);
    lines.push([index + 1, prev, jws]);
  }
  inJournal(dir, (db) => {
    db.exec('DELETE FROM entries');
    const insert = db.prepare('INSERT INTO entries (device, seq, hash, jws) VALUES (?, ?, ?, ?)');
    for (const [seq, hash, jws] of lines) insert.run(entries[0]?.device ?? '', seq, hash, jws);
  });
}

export function entriesOf(dir: string): readonly JournalEntry[] {
  return linesOf(dir).map(({ jws }) => payloadOf(jws) as JournalEntry);
}
