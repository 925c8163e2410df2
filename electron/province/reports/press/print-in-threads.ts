import { Readable } from 'node:stream';
import { appErr } from '../../../../shared/errors.ts';
import { ok } from '../../../../shared/result.ts';
import type { Store } from '../../backup/snapshot.ts';
import { openPool } from './pool.ts';
import type { Press } from './press.ts';
import { type PressWorker, startPressWorker } from './worker.ts';

/** Reports made in threads of their own, a few at a time, so that the hub goes on answering. `file`: of the built thread. */
export function printInThreads(file: URL, store: Store): Press {
  const pool = openPool(() => startPressWorker(file, store));
  return {
    async print(order, signal) {
      const taken = await pool.take(signal);
      if (!taken.ok) return taken;
      const worker = taken.value;
      const giveBack = () => pool.giveBack(worker);
      const stop = () => void worker.end();
      signal.addEventListener('abort', stop, { once: true });
      try {
        const answer = await worker.ask({ kind: 'print', order });
        if (answer.kind === 'begun') return ok(piecesOf(worker, giveBack));
        giveBack();
        return { ok: false, error: answer.error };
      } catch (error) {
        giveBack();
        if (signal.aborted) return appErr('cancelled');
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    close: pool.close,
  };
}

/** What the thread makes, a piece each time it is wanted. `onClose`: when the thread does nothing for it any more. */
function piecesOf(worker: PressWorker, onClose: () => void): Readable {
  let isDone = false;
  return new Readable({
    read() {
      worker.ask({ kind: 'more' }).then(
        (answer) => {
          isDone = answer.kind === 'ended';
          this.push(answer.kind === 'piece' ? answer.bytes : null);
        },
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, done) {
      // It may be in the middle of a page.
      const stopped = isDone ? Promise.resolve() : worker.end();
      void stopped.then(() => {
        onClose();
        done(error);
      });
    },
  });
}
