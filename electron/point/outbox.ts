import { type AppError, appErr } from '../../shared/errors.ts';
import type { SyncState } from '../../shared/point-state.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Clock } from './clock.ts';
import type { Journal } from './journal.ts';
import { onDisk } from './journal-file.ts';
import type { JournalSender } from './journal-sender.ts';
import { backOffMs, type SyncConfig } from './sync-config.ts';

export interface OutboxWorld {
  readonly journal: Pick<Journal, 'head'>;
  readonly sender: JournalSender;
  readonly clock: Clock;
  readonly random: () => number;
  readonly config: SyncConfig;
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

/** Decides when the journal is sent: at once when there is something new, later and later while the hub is away. */
export function createOutbox({ journal, sender, clock, random, config, onChange }: OutboxWorld): Outbox {
  let phase: SyncState['phase'] = 'idle';
  let error: AppError | null = null;
  let nextTryAt: number | null = null;
  let failures = 0;
  let running: Promise<Result<null, AppError>> | null = null;
  let background: AbortController | null = null;
  /** Kicked while a push was under way. */
  let again = false;
  let cancelTimer = (): void => undefined;

  async function sendAll(signal?: AbortSignal): Promise<Result<null, AppError>> {
    for (;;) {
      const pending = onDisk(() => sender.sentUpTo() < journal.head().seq);
      if (!pending.ok) return pending;
      if (!pending.value) return ok(null);
      phase = 'sending';
      onChange();
      const sent = await sender.sendBatch(signal);
      if (!sent.ok) return sent;
      failures = 0;
    }
  }

  async function flushNow(signal?: AbortSignal): Promise<Result<null, AppError>> {
    cancelTimer();
    nextTryAt = null;
    let outcome: Result<null, AppError> = appErr('internal');
    try {
      outcome = await sendAll(signal);
      return outcome;
    } finally {
      finish(outcome);
    }
  }

  function finish(outcome: Result<null, AppError>): void {
    const stopped = !outcome.ok && outcome.error.code === 'cancelled';
    error = outcome.ok || stopped ? null : outcome.error;
    failures = outcome.ok ? 0 : failures + 1;
    phase = 'idle';
    running = null;
    if (background) planNext(outcome.ok);
    onChange();
  }

  function planNext(succeeded: boolean): void {
    if (again) {
      again = false;
      kick();
    } else if (!succeeded) {
      const delay = backOffMs(config, failures, random());
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
      const receivedSeq = Math.min(sender.sentUpTo(), lastSeq);
      const lastContactAt = sender.lastContactAt();
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
        if (background === mine) background = null;
        mine.abort();
        cancelTimer();
      };
    },
  };
}
