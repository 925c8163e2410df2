import { calculateJwkThumbprint } from 'jose';
import { type AppError, appErr } from '../../shared/errors.ts';
import { ENTRY_TYP, type JournalEntry, journalEntry } from '../../shared/events/journal-entry.ts';
import { RECEIPT_TYP, receiptClaims } from '../../shared/protocol/entries.ts';
import { type ProofFile, proofFile } from '../../shared/protocol/proof.ts';
import { ok, type Result } from '../../shared/result.ts';
import { holdsEntry, readCheckpoint } from './checkpoint.ts';
import { lineHash, publicKey, verifyLine } from './signed-line.ts';
import { type ChainHead, verifyNext } from './verify-chain.ts';

/** What a proof proves; times are epoch milliseconds by the hub's clock. */
export interface Proven {
  readonly entry: JournalEntry;
  readonly hash: string;
  readonly hub: ProofFile['hub'];
  /** When the hub says it had the entry at the latest; null without a receipt. */
  readonly receivedAt: number | null;
  /** The signed head that holds it, and when it came in by that; null without one. */
  readonly checkpoint: { readonly size: number; readonly at: number; readonly receivedAt: number } | null;
}

/**
 * Checks a proof by itself. That `hub.key` is the province's is for the caller to know.
 * Errors: `proof-unreadable`, `journal-bad-signature`, `journal-bad-chain`, `journal-gap`, `receipt-invalid`, `checkpoint-forged`,
 * `checkpoint-lacks-entry`.
 */
export async function verifyProof(file: unknown): Promise<Result<Proven, AppError>> {
  const parsed = proofFile.safeParse(file);
  if (!parsed.success) return appErr('proof-unreadable');
  const proof = parsed.data;
  const device = { id: await calculateJwkThumbprint(proof.deviceKey), key: await publicKey(proof.deviceKey) };
  const read = journalEntry.safeParse(await verifyLine(proof.entry, device.key, ENTRY_TYP));
  if (!read.success || read.data.device !== device.id) return appErr('journal-bad-signature', { seq: 0 });
  const entry = read.data;
  const hash = lineHash(proof.entry);
  const receivedAt = await receipted(proof, device, { seq: entry.seq, hash });
  if (!receivedAt.ok) return receivedAt;
  const checkpoint = await included(proof, entry, hash);
  if (!checkpoint.ok) return checkpoint;
  return ok({ entry, hash, hub: proof.hub, receivedAt: receivedAt.value, checkpoint: checkpoint.value });
}

async function receipted(
  { receipt, following, hub }: ProofFile,
  device: Parameters<typeof verifyNext>[2],
  entry: ChainHead,
): Promise<Result<number | null, AppError>> {
  let head = entry;
  for (const line of following) {
    const next = await verifyNext(line, head, device);
    if (!next.ok) return next;
    head = { seq: next.value.entry.seq, hash: next.value.hash };
  }
  if (receipt === null) return ok(null);
  const claims = receiptClaims.safeParse(await verifyLine(receipt, await publicKey(hub.key), RECEIPT_TYP));
  const fits = claims.success && claims.data.device === device.id && claims.data.seq === head.seq;
  return fits && claims.data.hash === head.hash ? ok(claims.data.receivedAt) : appErr('receipt-invalid');
}

async function included(
  { inclusion, hub }: ProofFile,
  { device, seq }: JournalEntry,
  hash: string,
): Promise<Result<Proven['checkpoint'], AppError>> {
  if (inclusion === null) return ok(null);
  const head = await readCheckpoint(inclusion.checkpoint, await publicKey(hub.key));
  if (head === null || head.hub !== hub.id) return appErr('checkpoint-forged', { size: 0 });
  if (inclusion.seq !== seq || !holdsEntry({ device, hash }, inclusion, head)) {
    return appErr('checkpoint-lacks-entry', { seq });
  }
  return ok({ size: head.size, at: head.at, receivedAt: inclusion.receivedAt });
}
