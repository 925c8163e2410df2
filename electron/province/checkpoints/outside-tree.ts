import type { Db } from '../db/schema.ts';
import { waitingRulings } from '../db/tree-waiting.ts';

/** Entries (by hash) and rulings (by id) that the tree passed over: somebody slipped them in behind it. At most `limit` of each. */
export async function outsideTree(db: Db, limit: number): Promise<readonly string[]> {
  const entries = await db
    .selectFrom('entries')
    .innerJoin('tree_chains', (join) =>
      join.onRef('tree_chains.chain', '=', 'entries.device_id').onRef('tree_chains.seq', '>=', 'entries.seq'),
    )
    .leftJoin('tree_leaves', (join) =>
      join.onRef('tree_leaves.chain', '=', 'entries.device_id').onRef('tree_leaves.seq', '=', 'entries.seq'),
    )
    .select('entries.hash')
    .where('tree_leaves.position', 'is', null)
    .limit(limit)
    .execute();
  return [...entries.map(({ hash }) => hash), ...(await rulingsOutside(db, limit))];
}

/** Without those that still wait: they are of the last seconds, and only a running hub has any. */
async function rulingsOutside(db: Db, limit: number): Promise<readonly string[]> {
  const begun = await db.selectFrom('tree_rulings').select('id').limit(1).execute();
  if (begun.length === 0) return [];
  const rows = await db
    .selectFrom('rulings')
    .leftJoin('tree_rulings', 'tree_rulings.id', 'rulings.id')
    .select('rulings.id')
    .where('tree_rulings.id', 'is', null)
    .execute();
  const waiting = new Set((await waitingRulings(db, rows.length)).map(({ id }) => id));
  return rows.flatMap(({ id }) => (waiting.has(id) ? [] : [id])).slice(0, limit);
}
