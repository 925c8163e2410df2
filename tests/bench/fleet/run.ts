import { type Count, countEntries, insertDirectly } from './count.ts';
import type { MadePoint, Outcome } from './orders.ts';
import { furnish, type Generator } from './province.ts';

/** One run of a fleet against one province. */
export interface FleetCase {
  readonly points: number;
  /** How many of them send; all when absent. */
  readonly senders?: number;
  /** Meetings' worth of entries of each point. */
  readonly rounds: number;
  /** Over how long the points spread what they send; 0: as fast as it is taken. */
  readonly spreadMs: number;
  readonly direct: boolean;
}

export interface Measured extends Count, Pick<Outcome, 'failed' | 'notNew'> {
  readonly perSecond: number;
  readonly receiptP50Ms: number | null;
  readonly receiptP99Ms: number | null;
  readonly visibleP50Ms: number | null;
  readonly visibleP99Ms: number | null;
  /** Of the largest hub. */
  readonly peakMb: number | null;
  /** Entries per second of inserting the same rows directly. */
  readonly directPerSecond: number | null;
}

const AT_ONCE = 128;

/** `newDatabase`: undefined for SQLite. */
export async function runFleet(
  root: string,
  generator: Generator,
  newDatabase: (() => Promise<string>) | undefined,
  hubs: number,
  { points, senders = points, rounds, spreadMs, direct }: FleetCase,
): Promise<Measured> {
  const made = await generator.obey<MadePoint[]>({ kind: 'make', points, senders, rounds, parted: spreadMs > 0 });
  const entries = made.reduce((sum, point) => sum + point.entries, 0);
  const province = await furnish(root, await newDatabase?.(), made);
  try {
    const running = [];
    for (let i = 0; i < hubs; i += 1) running.push(await province.startHub());
    const urls = running.map(({ url }) => url);
    const { hubId, cookie, db } = province;
    const outcome = await generator.obey<Outcome>({ kind: 'send', urls, hubId, cookie, spreadMs, atOnce: AT_ONCE });
    const peaks = running.map((hub) => hub.peakMb() ?? Number.NaN);
    for (const hub of running) await hub.end('SIGTERM');
    const count = await countEntries(db, made);
    let directPerSecond: number | null = null;
    if (direct) {
      const other = await furnish(root, await newDatabase?.(), made);
      directPerSecond = await insertDirectly(db, other.db).finally(() => other.remove());
    }
    return {
      ...count,
      failed: outcome.failed,
      notNew: outcome.notNew,
      perSecond: entries / outcome.seconds,
      receiptP50Ms: quantile(outcome.receiptMs, 0.5),
      receiptP99Ms: quantile(outcome.receiptMs, 0.99),
      visibleP50Ms: quantile(outcome.visibleMs, 0.5),
      visibleP99Ms: quantile(outcome.visibleMs, 0.99),
      peakMb: Math.max(...peaks),
      directPerSecond,
    };
  } finally {
    await province.remove();
  }
}

function quantile(values: readonly number[], of: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(of * sorted.length))] ?? null;
}
