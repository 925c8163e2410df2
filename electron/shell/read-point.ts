import { setImmediate as aMoment } from 'node:timers/promises';

/**
 * The code of the point's side in pieces, each with what it is made of. Read at once it would keep this process from everything else
 * for a fifth of a second, just when the window's own process starts and its page asks for its files.
 */
const WHILE_IT_STARTS = [
  () => import('../../shared/zod-setup.ts'),
  () => import('../../shared/strings/translator.ts'),
  () => import('../../shared/policy/policy.ts'),
];
const WHILE_IT_READS = [
  () => import('../../shared/ipc-contract.ts'),
  () => import('./log.ts'),
  () => import('../point/point-service.ts'),
];

/**
 * Reads it: the one part while the window's process starts, the other once its page was `served`. A file is handed over in several
 * steps here, and each would wait for a piece.
 */
export async function readPoint(served: Promise<unknown>): Promise<typeof import('./point-start.ts')> {
  for (const read of WHILE_IT_STARTS) await inTurn(read);
  await served;
  for (const read of WHILE_IT_READS) await inTurn(read);
  return import('./point-start.ts');
}

/** What came for the window meanwhile is answered first. */
async function inTurn(read: () => Promise<unknown>): Promise<void> {
  await read();
  await aMoment();
}
