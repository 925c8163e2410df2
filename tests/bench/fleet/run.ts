import { ticksOf } from '../process-memory.ts';
import { type Count, countEntries } from './count.ts';
import { insertDirectly, readTaken } from './insert-directly.ts';
import type { MadePoint, Outcome } from './orders.ts';
import { furnish, type Generator, type Hub } from './province.ts';

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
  /** Of all hubs, for an entry. */
  readonly processorMicros: number;
  readonly direct: Direct | null;
}

/** Entries per second of inserting the same rows directly. */
export interface Direct {
  /** One transaction for each push, as the hub is sent them. */
  readonly pushByPush: number;
  /** As many pushes in a transaction as the hub puts there at most. */
  readonly gathered: number;
}

const AT_ONCE = 128;
/** As `GROUP` of the hub's intake. */
const GATHERED = 64;
/** `USER_HZ` of every Linux. */
const MICROS_PER_TICK = 10_000;

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
    const running: Hub[] = [];
    for (let i = 0; i < hubs; i += 1) running.push(await province.startHub());
    const urls = running.map(({ url }) => url);
    const { hubId, cookie, db } = province;
    const ticks = () => running.reduce((sum, { pid }) => sum + ticksOf(pid), 0);
    const before = ticks();
    const outcome = await generator.obey<Outcome>({ kind: 'send', urls, hubId, cookie, spreadMs, atOnce: AT_ONCE });
    const used = ticks() - before;
    const peaks = running.map((hub) => hub.peakMb() ?? Number.NaN);
    for (const hub of running) await hub.end('SIGTERM');
    const count = await countEntries(db, made);
    const insertInto = async (gathered: number) => {
      const other = await furnish(root, await newDatabase?.(), made);
      return insertDirectly(taken, other.db, { writers: hubs, gathered }).finally(() => other.remove());
    };
    const taken = direct ? await readTaken(db) : { pushes: [], records: new Map() };
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
      processorMicros: (used * MICROS_PER_TICK) / entries,
      direct: direct ? { pushByPush: await insertInto(1), gathered: await insertInto(GATHERED) } : null,
    };
  } finally {
    await province.remove();
  }
}

function quantile(values: readonly number[], of: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(of * sorted.length))] ?? null;
}
