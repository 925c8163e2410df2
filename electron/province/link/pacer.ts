import type { LinkRates } from '../../../shared/protocol/link-session.ts';

type Direction = keyof LinkRates;

/** So much may come at once: below this, timers are too coarse. */
const BURST_MS = 10;
/** Of a full TCP packet, what is payload. */
const PAYLOAD = 0.95;

/** Keeps streams to what is set aside for their session. Answers how long the next bytes of that direction must wait. */
export type Pacer = (direction: Direction, bytes: number) => number;

/** `mostMbps`: IP bits, by now; null: no bound. `now`: milliseconds of a clock that only goes forward. */
export function createPacer(mostMbps: () => LinkRates | null, now: () => number = () => performance.now()): Pacer {
  const freeAt: Record<Direction, number> = { down: 0, up: 0 };
  return (direction, bytes) => {
    const most = mostMbps();
    if (!most) return 0;
    const at = now();
    const takesMs = (8 * bytes) / (1000 * PAYLOAD * most[direction]);
    freeAt[direction] = Math.max(freeAt[direction], at - BURST_MS) + takesMs;
    return Math.max(0, freeAt[direction] - at);
  };
}
