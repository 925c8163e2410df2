import { sql } from 'kysely';
import type { Db, EntriesTable, RulingsTable } from './schema.ts';

export type WaitingEntry = Pick<EntriesTable, 'device_id' | 'seq' | 'hash' | 'received_at'>;
export type WaitingRuling = Pick<RulingsTable, 'id' | 'line'>;

/** A ruling is written within moments of its time, whatever hub's clock says it. */
const RULINGS_LATE_MS = 24 * 60 * 60_000;

/**
 * Entries that are not in the tree yet, at most `limit`, chain by chain from that of the device `from` on. A device's row tells
 * that there are some: neither the entries nor what writes them knows of the tree.
 */
export async function waitingEntries(db: Db, limit: number, from = ''): Promise<readonly WaitingEntry[]> {
  const grown = db
    .selectFrom('devices')
    .leftJoin('tree_chains', 'tree_chains.chain', 'devices.id')
    .select(['devices.id', (eb) => eb.fn.coalesce('tree_chains.seq', sql<number>`0`).as('reached')])
    .whereRef('devices.head_seq', '>', (eb) => eb.fn.coalesce('tree_chains.seq', sql<number>`0`))
    .where('devices.id', '>=', from)
    .orderBy('devices.id')
    .limit(limit);
  return db
    .selectFrom(grown.as('grown'))
    .innerJoin('entries', (join) =>
      join.onRef('entries.device_id', '=', 'grown.id').onRef('entries.seq', '>', 'grown.reached'),
    )
    .select(['entries.device_id', 'entries.seq', 'entries.hash', 'entries.received_at'])
    .orderBy('entries.device_id')
    .orderBy('entries.seq')
    .limit(limit)
    .execute();
}

/** Rulings that are not in the tree yet, the oldest first. */
export async function waitingRulings(db: Db, limit: number): Promise<readonly WaitingRuling[]> {
  const newest = await db
    .selectFrom('tree_rulings')
    .innerJoin('rulings', 'rulings.id', 'tree_rulings.id')
    .select('rulings.at')
    .orderBy('tree_rulings.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return db
    .selectFrom('rulings')
    .select(['id', 'line'])
    .where('at', '>=', (newest?.at ?? 0) - RULINGS_LATE_MS)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tree_rulings').select('id').whereRef('tree_rulings.id', '=', 'rulings.id'))),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The last number of the chain that is in the tree; 0 where there is none. */
export async function reachedBy(db: Db, chain: string): Promise<number> {
  const row = await db.selectFrom('tree_chains').select('seq').where('chain', '=', chain).executeTakeFirst();
  return row?.seq ?? 0;
}

export async function insertTreeRulings(tx: Db, ids: readonly string[], afterSeq: number): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .insertInto('tree_rulings')
    .values(ids.map((id, index) => ({ id, seq: afterSeq + index + 1 })))
    .execute();
}
