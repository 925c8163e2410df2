import type { AttendanceChanged } from '../../shared/protocol/attendance.ts';
import type { LiveUpdate } from '../../shared/protocol/console.ts';
import type { CheckingNow, HelpChanged } from '../../shared/protocol/wall.ts';
import type { Db } from './db/schema.ts';

/** What an open console is told of. */
export type LiveNews =
  | { readonly kind: 'readiness'; readonly update: LiveUpdate }
  | ({ readonly kind: 'attendance' } & AttendanceChanged)
  | ({ readonly kind: 'help' } & HelpChanged)
  | ({ readonly kind: 'checking' } & CheckingNow);

/** A point's record about a meeting changed. */
export interface RecordChange {
  readonly meetingId: string;
  readonly point: string;
}

/**
 * Tells the consoles that are open what changed. Nothing is kept for who is not listening: a console reads everything anew
 * when it connects, and is made to connect again whenever something may have been missed.
 */
export interface LiveBus {
  /** Whether consoles are open at this hub. */
  readonly listening: () => boolean;
  /** To the consoles of every hub. */
  readonly publish: (news: LiveNews) => void;
  /** To the consoles of this hub alone: the others find it out for themselves. */
  readonly show: (news: LiveNews) => void;
  /** Answers the function that ends the subscription. `onResync`: something may have been missed. */
  readonly subscribe: (listener: (news: LiveNews) => void, onResync?: () => void) => () => void;
  /** Inside the transaction that changes records: other hubs hear of it exactly when it is committed. */
  readonly noteIn: (tx: Db, changes: readonly RecordChange[]) => Promise<void>;
  /** After that transaction: this hub hears of it. */
  readonly changed: (changes: readonly RecordChange[]) => void;
  readonly onChanged: (listener: (changes: readonly RecordChange[]) => void) => () => void;
  /** Makes every console of this hub read everything anew. */
  readonly resync: () => void;
}

/** Where a bus sends what other hubs must hear. */
export interface Beyond {
  readonly publish: (news: LiveNews) => void;
  readonly noteIn: LiveBus['noteIn'];
}

const NOBODY: Beyond = { publish: () => undefined, noteIn: async () => undefined };

/** The bus of this process; `beyond` it are other hubs. */
export function createLiveBus(beyond: Beyond = NOBODY): LiveBus {
  const consoles = new Map<(news: LiveNews) => void, (() => void) | undefined>();
  const recorders = new Set<(changes: readonly RecordChange[]) => void>();
  const show = (news: LiveNews) => {
    for (const listener of consoles.keys()) listener(news);
  };
  return {
    listening: () => consoles.size > 0,
    show,
    publish(news) {
      show(news);
      beyond.publish(news);
    },
    subscribe(listener, onResync) {
      consoles.set(listener, onResync);
      return () => consoles.delete(listener);
    },
    noteIn: beyond.noteIn,
    changed(changes) {
      for (const listener of recorders) listener(changes);
    },
    onChanged(listener) {
      recorders.add(listener);
      return () => recorders.delete(listener);
    },
    resync() {
      for (const onResync of [...consoles.values()]) onResync?.();
    },
  };
}
