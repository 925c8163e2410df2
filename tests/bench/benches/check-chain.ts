import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import { startable } from '../../../shared/checks/schedule.ts';

/** Checks of which each waits for the one before it, and how long they take together, milliseconds. */
export interface Chain {
  readonly ids: readonly CheckId[];
  readonly ms: number;
}

interface Played {
  readonly id: CheckId;
  readonly endMs: number;
  /** The check whose end let this one start; null at the beginning. */
  readonly after: Played | null;
}

/** Plays the schedule with these durations, milliseconds, and finds what the last check to end had to wait for. */
export function longestChain(durations: Readonly<Record<CheckId, number>>): Chain {
  let waiting: readonly CheckId[] = CHECK_IDS;
  let running: readonly Played[] = [];
  let last: Played | null = null;
  do {
    const ended: Played | null = last;
    const ids = startable(
      waiting,
      running.map(({ id }) => id),
    );
    const started = ids.map((id) => ({ id, endMs: (ended?.endMs ?? 0) + durations[id], after: ended }));
    waiting = waiting.filter((id) => !ids.includes(id));
    running = [...running, ...started].sort((a, b) => a.endMs - b.endMs);
    last = running[0] ?? null;
    running = running.slice(1);
  } while (waiting.length + running.length > 0);
  const ids: CheckId[] = [];
  for (let one = last; one; one = one.after) ids.unshift(one.id);
  return { ids, ms: last?.endMs ?? 0 };
}
