import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../shared/errors.ts';
import { ENTRY_TYP, type JournalEntry } from '../../shared/events/journal-entry.ts';
import { type JournalEvent, journalEvent } from '../../shared/events/journal-event.ts';
import type { Saved } from '../../shared/point-state.ts';
import { ok, type Result } from '../../shared/result.ts';
import { lineHash, signLine } from '../crypto/signed-line.ts';
import { CHAIN_START, type ChainHead } from '../crypto/verify-chain.ts';
import type { Sqlite } from '../sqlite/open.ts';
import { onDisk } from './journal-file.ts';

/** Who signs: the device as the hub knows it, the point it stands at, and how to get at its key (may be refused). */
export interface JournalSigner {
  readonly device: string;
  readonly point: string;
  readonly key: () => Promise<Result<CryptoKey, AppError>>;
}

/** A line as it lies on disk; nothing is verified here. */
export interface StoredLine {
  readonly seq: number;
  readonly hash: string;
  readonly jws: string;
}

export interface Journal {
  /**
   * Signs an event as the next entry and commits it to disk before it answers.
   * Errors: `storage-failed`, `journal-corrupt`, or what kept the key from being used.
   */
  append(event: JournalEvent): Promise<Result<Saved, AppError>>;
  /** Lines after `seq`, in order, at most `limit`. */
  since(seq: number, limit?: number): readonly StoredLine[];
  head(): ChainHead;
  entries(): readonly StoredLine[];
}

/** How often another process may be faster before we give up: each loss means the other one got an entry in. */
const MAX_RACES = 1000;

/** The chain of one device in an open journal file. */
export function openJournal(db: Sqlite, signer: JournalSigner, now: () => number): Journal {
  const sql = {
    // Kept with its statements: a database nobody refers to is closed by the garbage collector.
    db,
    head: db.prepare('SELECT seq, hash FROM entries WHERE device = ? ORDER BY seq DESC LIMIT 1'),
    since: db.prepare('SELECT seq, hash, jws FROM entries WHERE device = ? AND seq > ? ORDER BY seq LIMIT ?'),
    insert: db.prepare('INSERT INTO entries (device, seq, hash, jws) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'),
  };
  let queue: Promise<unknown> = Promise.resolve();

  function head(): ChainHead {
    const row = sql.head.get(signer.device);
    return row ? { seq: Number(row.seq), hash: String(row.hash) } : CHAIN_START;
  }

  function since(seq: number, limit = -1): readonly StoredLine[] {
    return sql.since
      .all(signer.device, seq, limit)
      .map((row) => ({ seq: Number(row.seq), hash: String(row.hash), jws: String(row.jws) }));
  }

  /** One try: null when another process took the place meanwhile (the number is the primary key, so the chain cannot fork). */
  async function tryAppend(event: JournalEvent, key: CryptoKey): Promise<Result<Saved | null, AppError>> {
    const last = onDisk(head);
    if (!last.ok) return last;
    const at = now();
    const seq = last.value.seq + 1;
    const { device, point } = signer;
    const entry: JournalEntry = { v: 1, device, point, seq, prev: last.value.hash, at, event };
    const jws = await signLine(entry, key, { typ: ENTRY_TYP, kid: device });
    const hash = lineHash(jws);
    const inserted = onDisk(() => sql.insert.run(device, seq, hash, jws).changes);
    if (!inserted.ok) return inserted;
    return ok(Number(inserted.value) === 1 ? { seq, hash, at } : null);
  }

  async function appendNow(event: JournalEvent): Promise<Result<Saved, AppError>> {
    const key = await signer.key();
    if (!key.ok) return key;
    for (let race = 0; race < MAX_RACES; race += 1) {
      const tried = await tryAppend(event, key.value);
      if (!tried.ok) return tried;
      if (tried.value) return ok(tried.value);
    }
    return appErr('storage-failed', { detail: 'the journal is busy' });
  }

  return {
    append(event) {
      const parsed = journalEvent.parse(event);
      const done = queue.then(() => appendNow(parsed));
      queue = done.catch(() => undefined);
      return done;
    },
    since,
    head,
    entries: () => since(0),
  };
}
