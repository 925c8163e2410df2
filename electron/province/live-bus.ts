import type { AttendanceChanged } from '../../shared/protocol/attendance.ts';
import type { LiveUpdate } from '../../shared/protocol/console.ts';

/** What an open console is told of. */
export type LiveNews =
  | { readonly kind: 'readiness'; readonly update: LiveUpdate }
  | ({ readonly kind: 'attendance' } & AttendanceChanged);

/** Tells the consoles that are open what changed. Within this process; nothing is kept for who is not listening. */
export interface LiveBus {
  readonly listening: () => boolean;
  readonly publish: (news: LiveNews) => void;
  /** Answers the function that ends the subscription. */
  readonly subscribe: (listener: (news: LiveNews) => void) => () => void;
}

export function createLiveBus(): LiveBus {
  const listeners = new Set<(news: LiveNews) => void>();
  return {
    listening: () => listeners.size > 0,
    publish(news) {
      for (const listener of listeners) listener(news);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
