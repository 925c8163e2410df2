import type { Logger } from 'pino';
import type { Db } from '../db/schema.ts';
import type { HubClock, HubIdentity } from '../deps.ts';
import { growTree } from './grow-tree.ts';

const SIGN_EVERY_MS = 10_000;

interface Signing {
  readonly db: Db;
  readonly hub: HubIdentity;
  readonly clock: HubClock;
  readonly log: Logger;
}

/** Signs a checkpoint whenever something came in since the last one. Returns its stop, which signs once more. */
export function keepSigning(signing: Signing): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const sign = () => {
    last = last.then(() => signAll(signing));
    return last;
  };
  void sign();
  const timer = setInterval(() => void sign(), SIGN_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await sign();
  };
}

async function signAll({ db, hub, clock, log }: Signing): Promise<void> {
  try {
    const walk = { from: '' };
    while ((await growTree(db, hub, clock.now(), walk)) > 0);
  } catch (error) {
    // What was received is safe without it; the next round tries again.
    log.error({ err: error }, 'no checkpoint could be signed');
  }
}
