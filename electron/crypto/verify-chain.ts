import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../shared/errors.ts';
import { ENTRY_TYP, GENESIS, journalEntry, type SignedEntry } from '../../shared/events/journal-entry.ts';
import { ok, type Result } from '../../shared/result.ts';
import { lineHash, verifyLine } from './signed-line.ts';

/** Where a device's chain stands: its last entry, or the beginning. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export const CHAIN_START: ChainHead = { seq: 0, hash: GENESIS };

/**
 * Checks one line against the head it must follow: signature, shape, device, number and `prev`.
 * Errors: `journal-bad-signature`, `journal-gap` (numbers between `have` and `seq` are missing), `journal-bad-chain` (anything else that does not fit).
 */
export async function verifyNext(
  jws: string,
  head: ChainHead,
  device: { readonly id: string; readonly key: CryptoKey },
): Promise<Result<SignedEntry, AppError>> {
  const seq = head.seq + 1;
  const parsed = journalEntry.safeParse(await verifyLine(jws, device.key, ENTRY_TYP));
  if (!parsed.success) return appErr('journal-bad-signature', { seq });
  const entry = parsed.data;
  if (entry.device !== device.id) return appErr('journal-bad-signature', { seq });
  if (entry.seq > seq) return appErr('journal-gap', { seq: entry.seq, have: head.seq });
  if (entry.seq !== seq || entry.prev !== head.hash) return appErr('journal-bad-chain', { seq: entry.seq });
  return ok({ entry, hash: lineHash(jws), jws });
}
