import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../shared/errors.ts';
import { MAX_BATCH } from '../../shared/protocol/entries.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { HubClient } from './hub-client.ts';
import type { Journal, StoredLine } from './journal.ts';
import { onDisk } from './journal-file.ts';
import { type Receipts, readReceipt } from './receipts.ts';

export interface SenderWorld {
  readonly journal: Journal;
  readonly receipts: Receipts;
  readonly hub: Pick<HubClient, 'push'>;
  readonly hubKey: CryptoKey;
  readonly hubHost: string;
  readonly device: string;
  readonly now: () => number;
  /** Characters of one push at most. */
  readonly maxBatchChars: number;
}

/** Brings the journal to the hub a batch at a time. Nothing counts as sent before the receipt is on disk. */
export interface JournalSender {
  /** Number of the last entry the hub is known to have. */
  sentUpTo(): number;
  /** When the hub last answered a push, by this device's clock. */
  lastContactAt(): number | null;
  /** The hub lacks what comes after `seq`, whatever receipts it gave: the next batch begins there. */
  hubHasOnly(seq: number): void;
  /** Sends the next batch, if anything is left. `journal-gap` is mended by going back: the next batch begins further down. */
  sendBatch(signal?: AbortSignal): Promise<Result<null, AppError>>;
}

export function createJournalSender(world: SenderWorld): JournalSender {
  const { journal, receipts } = world;
  let lastContactAt = receipts.last().storedAt;
  /** What the hub told us it has when that is less than our receipts say (it was restored from a backup). */
  let hubHas: number | null = null;

  const sentUpTo = (): number => hubHas ?? receipts.last().seq;
  const hashAt = (seq: number): string | null => journal.since(seq - 1, 1)[0]?.hash ?? null;

  async function keepReceipt(jws: string, from: number): Promise<Result<null, AppError>> {
    const claims = await readReceipt(jws, world.hubKey, world.device, hashAt);
    if (!claims.ok) {
      // Whoever signed it, it is not the hub we were enrolled with.
      const stranger = claims.error.code === 'journal-bad-signature';
      if (stranger) return appErr('hub-not-a-hub', { host: world.hubHost });
      const have = Number(claims.error.values.seq);
      return have > journal.head().seq ? rolledBack(have) : claims;
    }
    if (claims.value.seq <= from) return appErr('hub-busy');
    const stored = receipts.store(jws, claims.value);
    if (!stored.ok) return stored;
    hubHas = hubHas !== null && claims.value.seq < receipts.last().seq ? claims.value.seq : null;
    return ok(null);
  }

  /** The hub has entries under our name that we have not: this folder is an old copy. */
  function rolledBack(have: number): Result<never, AppError> {
    return appErr('journal-rolled-back', { have, seq: journal.head().seq });
  }

  /** A line that does not follow what the hub has, though it has one of that number: it got another one from a copy of us. */
  function refused(error: AppError): Result<never, AppError> {
    const { have, seq } = error.values;
    const other = error.code === 'journal-bad-chain' && typeof have === 'number' && have >= Number(seq);
    return other ? rolledBack(have) : { ok: false, error };
  }

  /** The hub lacks lines before the first we sent. It may say what it has; else everything goes again, duplicates do no harm. */
  function goBack(from: number, gap: AppError): Result<null, AppError> {
    const has = Number(gap.values.have ?? 0);
    if (from === 0 || !(has < from)) return { ok: false, error: gap };
    hubHas = has;
    return ok(null);
  }

  return {
    sentUpTo,
    lastContactAt: () => lastContactAt,
    hubHasOnly(seq) {
      hubHas = Math.min(seq, sentUpTo());
    },
    async sendBatch(signal) {
      const next = onDisk(() => {
        const from = sentUpTo();
        return { from, lines: takeBatch(journal.since(from, MAX_BATCH), world.maxBatchChars) };
      });
      if (!next.ok) return next;
      const { from, lines } = next.value;
      if (lines.length === 0) return ok(null);
      const jwsLines = lines.map((line) => line.jws);
      const answer = await world.hub.push(jwsLines, signal);
      if (!answer.ok && answer.error.code !== 'journal-gap') return refused(answer.error);
      lastContactAt = world.now();
      return answer.ok ? keepReceipt(answer.value.receipt, from) : goBack(from, answer.error);
    },
  };
}

/** As many of the lines as fit, but always one. */
function takeBatch(lines: readonly StoredLine[], maxChars: number): readonly StoredLine[] {
  let chars = 0;
  const tooMuch = lines.findIndex((line, index) => {
    chars += line.jws.length;
    return index > 0 && chars > maxChars;
  });
  return tooMuch === -1 ? lines : lines.slice(0, tooMuch);
}
