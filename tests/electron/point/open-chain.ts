import { join } from 'node:path';
import type { CryptoKey } from 'jose';
import { publicKey } from '../../../electron/crypto/signed-line.ts';
import { CHAIN_START, type ChainHead, verifyNext } from '../../../electron/crypto/verify-chain.ts';
import { makeDeviceKey } from '../../../electron/point/device-key.ts';
import { type Journal, openJournal, type StoredLine } from '../../../electron/point/journal.ts';
import { openJournalFile } from '../../../electron/point/journal-file.ts';
import { FILE_VAULT } from '../../../electron/point/key-vault.ts';
import type { Sqlite } from '../../../electron/sqlite/open.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import type { Result } from '../../../shared/result.ts';

export const DEVICE = 'device-1';
export const POINT = '23629';

export interface Chain {
  readonly db: Sqlite;
  readonly journal: Journal;
  /** Public. */
  readonly key: CryptoKey;
}

/** The real journal of a folder, with a real key. */
export async function openChain(folder: string, now: () => number = Date.now): Promise<Chain> {
  const db = unwrap(openJournalFile(join(folder, 'journal.db')));
  const key = unwrap(makeDeviceKey(folder, FILE_VAULT));
  const journal = openJournal(db, { device: DEVICE, point: POINT, key: key.signingKey }, now);
  return { db, journal, key: await publicKey(key.public) };
}

/** The first thing wrong with the lines, or null. */
export async function chainFault(lines: readonly StoredLine[], key: CryptoKey): Promise<AppError | null> {
  let head: ChainHead = CHAIN_START;
  for (const { jws } of lines) {
    const next = await verifyNext(jws, head, { id: DEVICE, key });
    if (!next.ok) return next.error;
    head = { seq: next.value.entry.seq, hash: next.value.hash };
  }
  return null;
}

export function unwrap<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.values)}`);
  return result.value;
}

export function answerOf(meetingId: string, itemId: string, note = ''): JournalEvent {
  return { type: 'manual-answer', meetingId, itemId, answer: 'yes', note };
}
