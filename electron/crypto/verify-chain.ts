import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../shared/errors.ts';
import {
  ENTRY_TYP,
  GENESIS,
  type JournalEntry,
  journalEntry,
  type SignedEntry,
} from '../../shared/events/journal-entry.ts';
import { ok, type Result } from '../../shared/result.ts';
import { lineHash, verifyLine } from './signed-line.ts';

/** Where a device's chain stands: its last entry, or the beginning. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export const CHAIN_START: ChainHead = { seq: 0, hash: GENESIS };

/** A line as it came: what it says once its signature was found to be the device's, or null. */
export interface ReadLine {
  readonly hash: string;
  readonly jws: string;
  readonly entry: JournalEntry | null;
}

/** Checks what a line needs no chain for: signature, shape and device. */
export async function readSigned(
  jws: string,
  device: { readonly id: string; readonly key: CryptoKey },
): Promise<ReadLine> {
  return readLine(jws, await verifyLine(jws, device.key, ENTRY_TYP), device.id);
}

/** @param said what the line says, or null when its signature did not hold. @param device whose it must be. */
export function readLine(jws: string, said: unknown, device: string): ReadLine {
  const parsed = journalEntry.safeParse(said);
  const entry = parsed.success && parsed.data.device === device ? parsed.data : null;
  return { hash: lineHash(jws), jws, entry };
}

/** Checks a line that was read against the head it must follow. Errors as `verifyNext`. */
export function follow({ entry, hash, jws }: ReadLine, head: ChainHead): Result<SignedEntry, AppError> {
  const seq = head.seq + 1;
  if (entry === null) return appErr('journal-bad-signature', { seq });
  if (entry.seq > seq) return appErr('journal-gap', { seq: entry.seq, have: head.seq });
  if (entry.seq !== seq || entry.prev !== head.hash) {
    return appErr('journal-bad-chain', { seq: entry.seq, have: head.seq });
  }
  return ok({ entry, hash, jws });
}

/**
 * Checks one line against the head it must follow: signature, shape, device, number and `prev`.
 * Errors: `journal-bad-signature`, `journal-gap` (numbers between `have` and `seq` are missing), `journal-bad-chain` (anything else that does not fit).
 */
export async function verifyNext(
  jws: string,
  head: ChainHead,
  device: { readonly id: string; readonly key: CryptoKey },
): Promise<Result<SignedEntry, AppError>> {
  return follow(await readSigned(jws, device), head);
}
