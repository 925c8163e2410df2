import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../shared/errors.ts';
import type { SyncState } from '../../shared/point-state.ts';
import { MAX_BATCH } from '../../shared/protocol/entries.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Clock } from './clock.ts';
import type { HubClient } from './hub-client.ts';
import type { Journal, StoredLine } from './journal.ts';
import { onDisk } from './journal-file.ts';
import { type Receipts, readReceipt } from './receipts.ts';
import { backOffMs, SYNC_CONFIG, type SyncConfig } from './sync-config.ts';

export interface OutboxWorld {
  readonly journal: Journal;
  readonly receipts: Receipts;
  readonly hub: Pick<HubClient, 'push'>;
  readonly hubKey: CryptoKey;
  readonly hubHost: string;
  readonly device: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly config?: SyncConfig;
  readonly onChange: () => void;
}

export interface Outbox {
  state(): SyncState;
  /** Pushes until the hub has everything. One push runs at a time; a second caller gets the first one's outcome. */
  flush(signal?: AbortSignal): Promise<Result<null, AppError>>;
  /** Something new to send, or a reason to believe the hub is back: try now instead of at the next time. */
  kick(): void;
  /** Resolves when no push is under way. */
  settled(): Promise<void>;
  /** Sends in the background from now on. Returns its stop, which ends a push under way. */
  start(): () => void;
}

/** Sends the journal to the hub, in order, from the last receipt on. Nothing counts as sent before the receipt is on disk. */
export function createOutbox(world: OutboxWorld): Outbox {
  const { journal, receipts, clock } = world;
  const config = world.config ?? SYNC_CONFIG;
  let phase: SyncState['phase'] = 'idle';
  let error: AppError | null = null;
  let lastContactAt = receipts.last().storedAt;
  let nextTryAt: number | null = null;
  /** What the hub told us it has when that is less than our receipts say (it was restored from a backup). */
  let hubHas: number | null = null;
  let failures = 0;
  let running: Promise<Result<null, AppError>> | null = null;
  let background: AbortController | null = null;
  let again = false;
  let cancelTimer = (): void => undefined;

  const sentUpTo = (): number => hubHas ?? receipts.last().seq;

  async function pushBatch(from: number, signal?: AbortSignal): Promise<Result<null, AppError>> {
    const batch = onDisk(() => takeBatch(journal.since(from, MAX_BATCH), config.maxBatchChars));
    if (!batch.ok) return batch;
    const answer = await world.hub.push(
      batch.value.map((line) => line.jws),
      signal,
    );
    if (!answer.ok) return answer.error.code === 'journal-gap' ? goBack(from, answer.error) : answer;
    lastContactAt = clock.now();
    const hashAt = (seq: number) => journal.since(seq - 1, 1)[0]?.hash ?? null;
    const claims = await readReceipt(answer.value.receipt, world.hubKey, world.device, hashAt);
    if (!claims.ok) {
      // Whoever signed it, it is not the hub we were enrolled with.
      const stranger = claims.error.code === 'journal-bad-signature';
      return stranger ? appErr('hub-not-a-hub', { host: world.hubHost }) : claims;
    }
    if (claims.value.seq <= from) return appErr('hub-busy');
    const stored = receipts.store(answer.value.receipt, claims.value);
    if (!stored.ok) return stored;
    hubHas = hubHas !== null && claims.value.seq < receipts.last().seq ? claims.value.seq : null;
    failures = 0;
    return ok(null);
  }

  /** The hub lacks lines before the first we sent. It may say what it has; else everything goes again, duplicates do no harm. */
  function goBack(from: number, gap: AppError): Result<null, AppError> {
    const has = Number(gap.values.have ?? 0);
    if (from === 0 || !(has < from)) return { ok: false, error: gap };
    lastContactAt = clock.now();
    hubHas = has;
    return ok(null);
  }

  async function pushAll(signal?: AbortSignal): Promise<Result<null, AppError>> {
    for (;;) {
      const place = onDisk(() => ({ from: sentUpTo(), end: journal.head().seq }));
      if (!place.ok) return place;
      if (place.value.from >= place.value.end) return ok(null);
      phase = 'sending';
      world.onChange();
      const pushed = await pushBatch(place.value.from, signal);
      if (!pushed.ok) return pushed;
    }
  }

  async function flushNow(signal?: AbortSignal): Promise<Result<null, AppError>> {
    cancelTimer();
    nextTryAt = null;
    let outcome: Result<null, AppError> = appErr('internal');
    try {
      outcome = await pushAll(signal);
      return outcome;
    } finally {
      const stopped = !outcome.ok && outcome.error.code === 'cancelled';
      error = outcome.ok || stopped ? null : outcome.error;
      failures = outcome.ok ? 0 : failures + 1;
      phase = 'idle';
      running = null;
      plan(outcome.ok);
      world.onChange();
    }
  }

  /** After a push: the next try, if the background wants one. */
  function plan(succeeded: boolean): void {
    if (!background || background.signal.aborted) return;
    if (again) {
      again = false;
      kick();
    } else if (!succeeded) {
      const delay = backOffMs(config, failures, world.random());
      phase = 'waiting';
      nextTryAt = clock.now() + delay;
      cancelTimer = clock.after(delay, kick);
    }
  }

  function flush(signal?: AbortSignal): Promise<Result<null, AppError>> {
    running ??= flushNow(signal);
    return running;
  }

  function kick(): void {
    if (!background) return;
    if (running) again = true;
    else void flush(background.signal);
  }

  return {
    state() {
      const lastSeq = journal.head().seq;
      const receivedSeq = Math.min(sentUpTo(), lastSeq);
      return { phase, lastSeq, receivedSeq, pending: lastSeq - receivedSeq, lastContactAt, nextTryAt, error };
    },
    flush,
    kick,
    async settled() {
      await running?.catch(() => undefined);
    },
    start() {
      background ??= new AbortController();
      const mine = background;
      kick();
      return () => {
        mine.abort();
        if (background === mine) background = null;
        cancelTimer();
      };
    },
  };
}

/** As many of the lines as fit, but always one. */
function takeBatch(lines: readonly StoredLine[], maxChars: number): readonly StoredLine[] {
  let chars = 0;
  const fitting = lines.findIndex((line, index) => {
    chars += line.jws.length;
    return index > 0 && chars > maxChars;
  });
  return fitting === -1 ? lines : lines.slice(0, fitting);
}
