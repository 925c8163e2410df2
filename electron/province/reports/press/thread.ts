/** A thread that makes reports. Has a connection of its own to the database and only reads. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Store } from '../../backup/snapshot.ts';
import { openToRead } from '../../db/open.ts';
import type { Answer, AnswerTo, Question, Talk } from './messages.ts';
import { printReport } from './print-here.ts';

const db = await openToRead(workerData as Store);
let pieces: AsyncIterator<Buffer> | null = null;

parentPort?.on('message', (question: Question) => {
  void answered(question).then((answer) =>
    parentPort?.postMessage(answer, answer.kind === 'piece' ? [answer.bytes.buffer] : []),
  );
});

async function answered(question: Question): Promise<Answer> {
  try {
    return await (question.kind === 'print' ? begin(question) : next());
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function begin({ order }: Talk['print']['question']): Promise<AnswerTo<Talk['print']['question']>> {
  const printed = await printReport(db, order);
  if (!printed.ok) return { kind: 'refused', error: printed.error };
  pieces = printed.value[Symbol.asyncIterator]();
  return { kind: 'begun' };
}

async function next(): Promise<AnswerTo<Talk['more']['question']>> {
  const piece = await pieces?.next();
  if (piece === undefined || piece.done) return { kind: 'ended' };
  // Of its own: what Node gives may be a part of memory that others use, and this is handed over.
  return { kind: 'piece', bytes: Uint8Array.from(piece.value) };
}
