import { countRequest, forgetCounts } from '../db/rate-counts.ts';
import type { Db } from '../db/schema.ts';

type Answer = (error: Error | null, result?: { current: number; ttl: number }) => void;

/** Where `@fastify/rate-limit` counts when several hubs share one database: an address has no more tries for knowing both. */
export function sharedRates(db: Db, now: () => number) {
  return class SharedRates {
    readonly route: string;

    constructor({ route = '' }: { route?: string } = {}) {
      this.route = route;
    }

    incr(key: string, answer: Answer, windowMs: number): void {
      const at = now();
      countRequest(db, `${this.route} ${key}`, at, windowMs).then(
        ({ count, until }) => {
          // The first of a window clears up after those that are over.
          if (count === 1) forgetCounts(db, at).catch(() => undefined);
          answer(null, { current: count, ttl: until - at });
        },
        (error: Error) => answer(error),
      );
    }

    /** Called with the route's limits, which name the route in `routeInfo`. */
    child(of: object): SharedRates {
      const { method, url } = ('routeInfo' in of ? of.routeInfo : of) as { method?: unknown; url?: unknown };
      return new SharedRates({ route: `${method} ${url}` });
    }
  };
}
