import type { Logger } from 'pino';
import { addAudit } from '../db/audit.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import type { HubClock } from '../deps.ts';
import { KEPT, type Kept } from './kept.ts';

const DAY_MS = 24 * 60 * 60_000;
const EVERY_MS = 60 * 60_000;

interface Swept {
  readonly db: Db;
  readonly clock: HubClock;
}

/** Deletes what was kept for as long as the policy says, now and every hour. Returns its stop. */
export function sweepRegularly(swept: Swept & { readonly log: Logger }): () => Promise<void> {
  const once = () =>
    sweep(swept, 'hub').then(
      () => undefined,
      (error: unknown) => swept.log.error({ err: error }, 'what is over its time could not be deleted'),
    );
  let sweeping = once();
  const timer = setInterval(() => {
    sweeping = sweeping.then(once);
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}

/** One time. What was deleted, and how many, goes into the audit log with it; answers the number of all. */
export async function sweep({ db, clock }: Swept, actor: string, kept: readonly Kept[] = KEPT): Promise<number> {
  const now = clock.now();
  const { retention } = await currentPolicy(db);
  return db.transaction().execute(async (tx) => {
    let all = 0;
    for (const { name, days, deleteBefore } of kept) {
      const deleted = await deleteBefore(tx, now - retention[days] * DAY_MS);
      all += deleted;
      if (deleted === 0) continue;
      const detail = { deleted, days: retention[days] };
      await addAudit(tx, { at: now, actor, action: 'retention-deleted', subject: name, detail });
    }
    return all;
  });
}
