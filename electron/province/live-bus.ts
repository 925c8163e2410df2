import type { LiveUpdate } from '../../shared/protocol/console.ts';

/** Tells the consoles that are open which row changed. Within this process; nothing is kept for who is not listening. */
export interface LiveBus {
  readonly listening: () => boolean;
  readonly publish: (update: LiveUpdate) => void;
  /** Answers the function that ends the subscription. */
  readonly subscribe: (listener: (update: LiveUpdate) => void) => () => void;
}

export function createLiveBus(): LiveBus {
  const listeners = new Set<(update: LiveUpdate) => void>();
  return {
    listening: () => listeners.size > 0,
    publish(update) {
      for (const listener of listeners) listener(update);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
