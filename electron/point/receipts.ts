import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../shared/errors.ts';
import { RECEIPT_TYP, type ReceiptClaims, receiptClaims } from '../../shared/protocol/entries.ts';
import { ok, type Result } from '../../shared/result.ts';
import { payloadOf, verifyLine } from '../crypto/signed-line.ts';
import { CHAIN_START, type ChainHead } from '../crypto/verify-chain.ts';
import type { Sqlite } from '../sqlite/open.ts';
import type { StoredLine } from './journal.ts';
import { onDisk } from './journal-file.ts';

/** The hub's signed word that everything up to an entry is stored there. */
export interface Receipts {
  /** The furthest one, or the chain's beginning. */
  last(): ChainHead & { readonly storedAt: number | null };
  /** What the furthest one says; null without any. */
  newest(): ReceiptClaims | null;
  /** On disk when this answers ok. */
  store(jws: string, claims: ReceiptClaims): Result<null, AppError>;
  all(): readonly StoredLine[];
}

export function openReceipts(db: Sqlite, device: string, now: () => number): Receipts {
  // Kept with its statements: a database nobody refers to is closed by the garbage collector.
  const sql = {
    db,
    last: db.prepare('SELECT seq, hash, jws, stored_at FROM receipts WHERE device = ? ORDER BY seq DESC LIMIT 1'),
    all: db.prepare('SELECT seq, hash, jws FROM receipts WHERE device = ? ORDER BY seq'),
    insert: db.prepare(
      'INSERT INTO receipts (device, seq, hash, jws, stored_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
  };
  return {
    last() {
      const row = sql.last.get(device);
      if (!row) return { ...CHAIN_START, storedAt: null };
      return { seq: Number(row.seq), hash: String(row.hash), storedAt: Number(row.stored_at) };
    },
    newest() {
      const row = sql.last.get(device);
      return row ? (receiptClaims.safeParse(payloadOf(String(row.jws))).data ?? null) : null;
    },
    store(jws, claims) {
      return onDisk(() => {
        sql.insert.run(device, claims.seq, claims.hash, jws, now());
        return null;
      });
    },
    all: () =>
      sql.all.all(device).map((row) => ({ seq: Number(row.seq), hash: String(row.hash), jws: String(row.jws) })),
  };
}

/**
 * What a receipt says, once it is proven to be the hub's, about this device, and about the very chain we hold.
 * `hashAt` gives the hash of our entry of that number. Errors: `journal-bad-signature`, `journal-bad-chain`.
 */
export async function readReceipt(
  jws: string,
  hubKey: CryptoKey,
  device: string,
  hashAt: (seq: number) => string | null,
): Promise<Result<ReceiptClaims, AppError>> {
  const parsed = receiptClaims.safeParse(await verifyLine(jws, hubKey, RECEIPT_TYP));
  if (!parsed.success || parsed.data.device !== device) return appErr('journal-bad-signature', { seq: 0 });
  const { seq, hash } = parsed.data;
  if (hashAt(seq) !== hash) return appErr('journal-bad-chain', { seq });
  return ok(parsed.data);
}
