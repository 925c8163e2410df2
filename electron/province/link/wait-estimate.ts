/** How long one test takes of the line until some have been seen, milliseconds. */
const FIRST_GUESS_MS = 5_000;
const WEIGHT = 0.25;

/** Learns from the turns so far how long a place in the queue takes. */
export interface WaitEstimate {
  /** Somebody's turn came while others waited. */
  readonly turn: (now: number) => void;
  /** Nobody waits any more: the time until the next turn will be no waiting time. */
  readonly idle: () => void;
  /** Milliseconds until the turn of this place (1: the next) has come. */
  readonly of: (place: number, now: number) => number;
}

/** `atOnce`: how many tests run side by side, as far as is known before any was seen. */
export function estimateWaits(atOnce: () => number): WaitEstimate {
  let everyMs: number | null = null;
  let lastTurn: number | null = null;
  return {
    turn(now) {
      if (lastTurn !== null) {
        const took = now - lastTurn;
        everyMs = everyMs === null ? took : everyMs + WEIGHT * (took - everyMs);
      }
      lastTurn = now;
    },
    idle() {
      lastTurn = null;
    },
    of(place, now) {
      const every = everyMs ?? FIRST_GUESS_MS / Math.max(1, atOnce());
      const since = lastTurn === null ? 0 : now - lastTurn;
      return Math.round(Math.max(0, place * every - Math.min(since, every)));
    },
  };
}
