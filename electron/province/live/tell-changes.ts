import type { Logger } from 'pino';
import type { Db } from '../db/schema.ts';
import type { HubClock } from '../deps.ts';
import type { LiveBus, RecordChange } from '../live-bus.ts';
import { readinessUpdates } from '../reports/readiness.ts';

interface Told {
  readonly db: Db;
  readonly clock: HubClock;
  readonly live: LiveBus;
  readonly log: Logger;
}

/** Rows read at once. */
const ROWS = 200;

/**
 * Reads the rows of the points whose records changed, on this hub or another, and gives them to the consoles that are open
 * here. While rows are read what changes meanwhile is gathered, each point once: consoles never slow down what points send.
 * Returns its stop.
 */
export function tellChanges({ db, clock, live, log }: Told): () => void {
  const changed = new Map<string, Set<string>>();
  let telling = false;

  async function tell(): Promise<void> {
    telling = true;
    // What was committed together arrives together.
    await new Promise(setImmediate);
    for (let next = take(changed); next !== null; next = take(changed)) {
      const [meetingId, points] = next;
      for (const update of await readinessUpdates(db, meetingId, points, clock.now()))
        live.show({ kind: 'readiness', update });
      for (const point of points) live.show({ kind: 'attendance', meetingId, point });
    }
    telling = false;
  }

  return live.onChanged((changes: readonly RecordChange[]) => {
    if (!live.listening()) return;
    for (const { meetingId, point } of changes) {
      const points = changed.get(meetingId);
      if (points) points.add(point);
      else changed.set(meetingId, new Set([point]));
    }
    if (telling || changed.size === 0) return;
    tell().catch((error: unknown) => {
      telling = false;
      changed.clear();
      log.error({ err: error }, 'the consoles could not be told what changed');
      live.resync();
    });
  });
}

/** Some points of one meeting, taken out; null when nothing is left. */
function take(changed: Map<string, Set<string>>): readonly [string, readonly string[]] | null {
  const [first] = changed;
  if (first === undefined) return null;
  const [meetingId, points] = first;
  const some = [...points].slice(0, ROWS);
  for (const point of some) points.delete(point);
  if (points.size === 0) changed.delete(meetingId);
  return [meetingId, some];
}
