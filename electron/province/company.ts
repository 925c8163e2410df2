import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { dropLease, endLeases, HUB_LEASE, listLeases, takeLease } from './db/leases.ts';
import type { Db } from './db/schema.ts';
import type { HubClock } from './deps.ts';
import type { LiveBus } from './live-bus.ts';

const BEAT_MS = 10_000;
/** A hub that was not heard of for so long is gone. */
const LIFE_MS = 30_000;

/** The hubs that work on one database; often this one alone. */
export interface Company {
  /** How many there are, this one included. */
  readonly size: () => number;
  /** Whether this hub is the one that does `work` now; until its next turn, `forMs` at most. */
  readonly mine: (work: string, forMs: number) => Promise<boolean>;
  /** Takes its leave: the others need not wait for it. */
  readonly leave: () => Promise<void>;
}

interface World {
  readonly db: Db;
  readonly clock: HubClock;
  readonly live: Pick<LiveBus, 'resync'>;
  readonly log: Logger;
}

/** Joins the hubs on this database, and looks after them: when one is gone what it did not say any more may be missed. */
export async function joinCompany(world: World, beatMs = BEAT_MS): Promise<Company> {
  const { db, clock, log } = world;
  const holder = randomUUID();
  let others: ReadonlySet<string> = new Set();
  const beat = async () => {
    await takeLease(db, `${HUB_LEASE}${holder}`, holder, clock.now(), LIFE_MS);
    const living = await livingOthers(db, clock.now(), holder);
    if ([...others].some((name) => !living.has(name))) world.live.resync();
    others = living;
  };
  await beat();
  let beating: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    beating = beating.then(beat).catch((error: unknown) => {
      log.warn({ err: error }, 'the other hubs could not be looked at');
    });
  }, beatMs);
  timer.unref();
  return {
    size: () => others.size + 1,
    mine: (work, forMs) => takeLease(db, work, holder, clock.now(), forMs),
    async leave() {
      clearInterval(timer);
      await beating;
      // On a full disk they run out by themselves.
      await endLeases(db, holder).catch((error: unknown) => log.warn({ err: error }, 'the leases could not be ended'));
    },
  };
}

async function livingOthers(db: Db, now: number, holder: string): Promise<ReadonlySet<string>> {
  const living = new Set<string>();
  for (const { name, until } of await listLeases(db, HUB_LEASE)) {
    if (name === `${HUB_LEASE}${holder}`) continue;
    if (until > now) living.add(name);
    else await dropLease(db, name, now);
  }
  return living;
}
