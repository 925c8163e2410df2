import { Worker } from 'node:worker_threads';
import type { Store } from '../../backup/snapshot.ts';
import type { Answer, AnswerTo, Question } from './messages.ts';

/** One thread that makes reports. */
export interface PressWorker {
  /** One question at a time. Rejects with why when the thread failed or ended. */
  readonly ask: <Asked extends Question>(question: Asked) => Promise<AnswerTo<Asked>>;
  /** Ends it at once, whatever it is doing. */
  readonly end: () => Promise<void>;
  /** Why it cannot be asked any more; null while it can. */
  readonly ended: () => Error | null;
}

interface Asker {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** `file`: of the built thread. */
export function startPressWorker(file: URL, store: Store): PressWorker {
  const worker = new Worker(file, { workerData: store });
  // One without work keeps nobody from ending.
  worker.unref();
  let asker: Asker | null = null;
  let why: Error | null = null;
  const fail = (error: Error) => {
    why ??= error;
    asker?.reject(why);
    asker = null;
  };
  worker.on('message', (answer: Answer) => {
    if (answer.kind === 'failed') {
      fail(new Error(answer.message));
      void worker.terminate();
    }
    // It answers only what it was asked.
    asker?.resolve(answer as never);
    asker = null;
  });
  worker.once('error', fail);
  worker.once('exit', (code) => fail(new Error(`the thread that makes reports ended with ${code}`)));
  return {
    ask(question) {
      if (why !== null) return Promise.reject(why);
      if (asker !== null) throw new Error('a thread that makes reports was asked twice at once');
      return new Promise((resolve, reject) => {
        asker = { resolve, reject };
        worker.postMessage(question);
      });
    },
    async end() {
      fail(new Error('the thread that makes reports was told to end'));
      await worker.terminate();
    },
    ended: () => why,
  };
}
