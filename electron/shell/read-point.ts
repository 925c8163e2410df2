import { setImmediate as aMoment } from 'node:timers/promises';

/**
 * The code of the point's side in pieces, each with what it is made of. Read at once it would keep this process from everything else
 * for a fifth of a second, just when the window's own process starts and its page asks for its files.
 */
const PIECES = [
  () => import('../../shared/zod-setup.ts'),
  () => import('../../shared/strings/translator.ts'),
  () => import('../../shared/policy/policy.ts'),
  () => import('../../shared/ipc-contract.ts'),
  () => import('./log.ts'),
  () => import('../point/point-service.ts'),
];

export async function readPoint(): Promise<typeof import('./point-start.ts')> {
  for (const read of PIECES) {
    await read();
    // What came for the window meanwhile is answered first.
    await aMoment();
  }
  return import('./point-start.ts');
}
