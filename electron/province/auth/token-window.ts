import type { Db } from '../db/schema.ts';
import { admitTokens, forgetTokens } from '../db/seen-tokens.ts';

/** Remembers which device tokens were seen, so that one is taken once. */
export interface TokenWindow {
  /** False when the id was seen before. `until` (epoch ms): from then on the token would be refused anyway. */
  readonly admit: (id: string, until: number, now: number) => boolean | Promise<boolean>;
}

const SWEEP_MS = 60_000;

/** In memory, for the only hub on its database: a restart of the hub forgets them. */
export function createTokenWindow(): TokenWindow {
  const seen = new Map<string, number>();
  let sweepAt = 0;
  const sweep = (now: number) => {
    for (const [id, until] of seen) if (until <= now) seen.delete(id);
    sweepAt = now + SWEEP_MS;
  };
  return {
    admit(id, until, now) {
      if (now >= sweepAt) sweep(now);
      if (seen.has(id)) return false;
      seen.set(id, until);
      return true;
    },
  };
}

interface Asked {
  readonly id: string;
  readonly until: number;
  readonly resolve: (admitted: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** For several hubs on one database: a token that one of them took is refused by the others. What comes meanwhile is asked together. */
export function shareTokenWindow(db: Db): TokenWindow {
  const local = createTokenWindow();
  let waiting: Asked[] = [];
  let asking = false;
  let sweepAt = 0;

  async function ask(): Promise<void> {
    asking = true;
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      try {
        const admitted = await admitTokens(db, asked);
        for (const { id, resolve } of asked) resolve(admitted.has(id));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    asking = false;
  }

  return {
    async admit(id, until, now) {
      if (!local.admit(id, until, now)) return false;
      if (now >= sweepAt) {
        sweepAt = now + SWEEP_MS;
        await forgetTokens(db, now);
      }
      return new Promise((resolve, reject) => {
        waiting.push({ id, until, resolve, reject });
        if (!asking) void ask();
      });
    },
  };
}
