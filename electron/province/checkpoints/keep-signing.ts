import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../db/schema.ts';
import type { HubClock, HubIdentity } from '../deps.ts';
import { growTree, LEAVES } from './grow-tree.ts';

const SIGN_EVERY_MS = 10_000;
/** Between two steps of the tree for so many times as long as a step took: what comes in meanwhile goes before. */
const REST = 2;

interface Signing {
  readonly db: Db;
  readonly hub: HubIdentity;
  readonly clock: HubClock;
  readonly log: Logger;
}

/** Signs a checkpoint whenever something came in since the last one. Returns its stop, which signs once more. */
export function keepSigning(signing: Signing): () => Promise<void> {
  const stopped = new AbortController();
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  const sign = () => {
    waiting += 1;
    last = last
      .then(() => signAll(signing, stopped.signal))
      .finally(() => {
        waiting -= 1;
      });
    return last;
  };
  void sign();
  // One that still rests between its steps finds what came in meanwhile too.
  const timer = setInterval(() => waiting === 0 && void sign(), SIGN_EVERY_MS);
  return async () => {
    clearInterval(timer);
    stopped.abort();
    await sign();
  };
}

async function signAll({ db, hub, clock, log }: Signing, stopped: AbortSignal): Promise<void> {
  try {
    const walk = { from: '' };
    for (;;) {
      const begun = performance.now();
      const added = await growTree(db, hub, clock.now(), walk);
      // It has caught up. What came since waits for the next round, or this one would go on for as long as anybody sends anything,
      // with a signed head for every few entries; at the end nothing waits.
      if (added === 0 || (added < LEAVES && !stopped.aborted)) return;
      if (!stopped.aborted) await rest(REST * (performance.now() - begun), stopped);
    }
  } catch (error) {
    // What was received is safe without it; the next round tries again.
    log.error({ err: error }, 'no checkpoint could be signed');
  }
}

/** Shorter when it is to stop. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
