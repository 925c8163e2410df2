import type { LiveBus, LiveNews } from '../live-bus.ts';

/** Wakes the requests of points that wait for something to be asked of them. */
export interface Bell {
  /** Calls `ring` whenever something changes for the point; answers the function that ends it. */
  readonly listen: (point: string, ring: () => void) => () => void;
}

/** One subscription for all points that wait: thousands do, and each piece of news is about one of them. */
export function createBell(live: Pick<LiveBus, 'subscribe'>): Bell {
  const rings = new Map<string, Set<() => void>>();
  let unsubscribe: (() => void) | null = null;
  const ringAll = (of: ReadonlySet<() => void>) => {
    for (const ring of [...of]) ring();
  };
  const hear = (news: LiveNews) => {
    if (news.kind === 'help') ringAll(rings.get(news.point) ?? new Set());
  };
  return {
    listen(point, ring) {
      // What another hub said may have been missed: then everybody looks again.
      unsubscribe ??= live.subscribe(hear, () => {
        for (const each of [...rings.values()]) ringAll(each);
      });
      const of = rings.get(point) ?? new Set();
      rings.set(point, of.add(ring));
      return () => {
        of.delete(ring);
        if (of.size === 0 && rings.get(point) === of) rings.delete(point);
        if (rings.size > 0) return;
        unsubscribe?.();
        unsubscribe = null;
      };
    },
  };
}
