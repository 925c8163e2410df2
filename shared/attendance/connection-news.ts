import type { Ruling } from '../events/rulings.ts';
import type { ConnectionState } from './connection.ts';

/** What a hub knows of a point's line. Times in epoch milliseconds of the hub's clock; `lastContactAt` null: never heard of. */
export interface LineTimes {
  readonly lastContactAt: number | null;
  readonly startsAt: number;
  readonly now: number;
  /** Silence of so long counts as a lost line. */
  readonly silentMs: number;
}

type Observation = Extract<Ruling, { type: 'connection-lost' | 'connection-restored' }>;

/**
 * What the hub observes now that it has not written down yet; null when nothing is new. A point that was not heard of since
 * the start has lost nothing: of it there is no data.
 */
export function connectionNews(
  { status, since }: Pick<ConnectionState, 'status' | 'since'>,
  { lastContactAt, startsAt, now, silentMs }: LineTimes,
): Observation | null {
  if (lastContactAt === null) return null;
  if (status === 'online') {
    if (now - lastContactAt <= silentMs) return null;
    // After it was heard last: at one and the same moment the order of the two would be nobody's to tell.
    return { type: 'connection-lost', observedAt: Math.max(lastContactAt, since ?? 0) + 1, reason: '' };
  }
  const heardSince = status === 'lost' ? (since ?? startsAt) : startsAt - silentMs;
  const heardAgain = lastContactAt > heardSince && now - lastContactAt <= silentMs;
  return heardAgain ? { type: 'connection-restored', observedAt: lastContactAt, reason: '' } : null;
}
