import { appErr } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { PressWorker } from './worker.ts';

/** Reports made at the same time. Each holds a country's facts in memory, and the machine has other things to do. */
const AT_ONCE = 2;
/** Who comes behind so many is told to come again. */
const WAITING = 20;
/** A thread without work is kept for the next report so long: starting one takes longer than a small report. Milliseconds. */
const IDLE_MS = 60_000;

/** Lends out threads, first come, first served. */
export interface PressPool {
  /** Errors: `hub-busy` when too many wait already, `cancelled` by the signal. */
  readonly take: (signal: AbortSignal) => Promise<Result<PressWorker>>;
  /** One that ended is replaced when another is needed. */
  readonly giveBack: (worker: PressWorker) => void;
  /** Ends all threads, whatever they are doing. */
  readonly close: () => Promise<void>;
}

export function openPool(start: () => PressWorker): PressPool {
  const lent = new Set<PressWorker>();
  const idle = new Map<PressWorker, NodeJS.Timeout>();
  const waiting = new Set<() => void>();

  function lend(): PressWorker {
    for (const [worker, timer] of idle) {
      clearTimeout(timer);
      idle.delete(worker);
      if (worker.ended() === null) return lentOut(worker);
    }
    return lentOut(start());
  }

  function lentOut(worker: PressWorker): PressWorker {
    lent.add(worker);
    return worker;
  }

  function retire(worker: PressWorker): void {
    idle.delete(worker);
    void worker.end();
  }

  return {
    async take(signal) {
      if (signal.aborted) return appErr('cancelled');
      if (lent.size < AT_ONCE) return ok(lend());
      if (waiting.size >= WAITING) return appErr('hub-busy');
      return new Promise((resolve) => {
        const gone = () => {
          waiting.delete(turn);
          resolve(appErr('cancelled'));
        };
        const turn = () => {
          waiting.delete(turn);
          signal.removeEventListener('abort', gone);
          resolve(ok(lend()));
        };
        signal.addEventListener('abort', gone, { once: true });
        waiting.add(turn);
      });
    },
    giveBack(worker) {
      lent.delete(worker);
      if (worker.ended() === null) idle.set(worker, setTimeout(retire, IDLE_MS, worker).unref());
      const [next] = waiting;
      next?.();
    },
    async close() {
      for (const timer of idle.values()) clearTimeout(timer);
      await Promise.all([...lent, ...idle.keys()].map((worker) => worker.end()));
    },
  };
}
