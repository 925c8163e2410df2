import type { NodeAt } from '../../crypto/merkle.ts';
import type { NewNode } from '../../crypto/merkle-grow.ts';
import { type Columns, insertRows } from './insert-rows.ts';
import type { Db } from './schema.ts';
import type { CheckpointsTable, TreeLeavesTable } from './tree-tables.ts';

/** How many leaves there are. Inside a transaction nobody else adds any until it ends. */
export async function holdTree(tx: Db): Promise<number> {
  // A back-up from before there was a tree brings none.
  await tx
    .insertInto('tree')
    .values({ only_row: 1, size: 0 })
    .onConflict((oc) => oc.column('only_row').doNothing())
    .execute();
  const { size } = await tx
    .updateTable('tree')
    .set(({ ref }) => ({ size: ref('size') }))
    .returning('size')
    .executeTakeFirstOrThrow();
  return size;
}

const LEAF_COLUMNS: Columns<'tree_leaves'> = { position: 'bigint', chain: 'text', seq: 'bigint', leaf: 'text' };
const NODE_COLUMNS: Columns<'tree_nodes'> = { level: 'integer', position: 'bigint', hash: 'text' };
const CHAIN_COLUMNS: Columns<'tree_chains'> = { chain: 'text', seq: 'bigint' };

export async function addToTree(tx: Db, leaves: readonly TreeLeavesTable[], nodes: readonly NewNode[]): Promise<void> {
  const last = leaves.at(-1);
  if (last === undefined) return;
  await insertRows(tx, 'tree_leaves', LEAF_COLUMNS, leaves);
  const above = nodes.map(({ level, index, hash }) => ({ level, position: index, hash }));
  await insertRows(tx, 'tree_nodes', NODE_COLUMNS, above);
  const reached = new Map(leaves.map(({ chain, seq }) => [chain, seq]));
  const chains = [...reached].map(([chain, seq]) => ({ chain, seq }));
  await insertRows(tx, 'tree_chains', CHAIN_COLUMNS, chains, 'on conflict (chain) do update set seq = excluded.seq');
  await tx
    .updateTable('tree')
    .set({ size: last.position + 1 })
    .execute();
}

/** Reads subtrees of the tree. Throws where one is missing. */
export function treeNodes(db: Db): NodeAt {
  return async (level, index) => {
    if (level === 0) {
      const row = await db.selectFrom('tree_leaves').select('leaf').where('position', '=', index).executeTakeFirst();
      if (row === undefined) throw new Error(`leaf ${index} of the tree is missing`);
      return row.leaf;
    }
    const row = await db
      .selectFrom('tree_nodes')
      .select('hash')
      .where('level', '=', level)
      .where('position', '=', index)
      .executeTakeFirst();
    if (row === undefined) throw new Error(`node ${index} of level ${level} of the tree is missing`);
    return row.hash;
  };
}

/** Up to `limit` leaves from a position on, in order. */
export async function listLeaves(db: Db, from: number, limit: number): Promise<readonly TreeLeavesTable[]> {
  return db
    .selectFrom('tree_leaves')
    .selectAll()
    .where('position', '>=', from)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** The leaf of the chain's last entry up to `seq` that stands below `size`. */
export async function findLeaf(db: Db, chain: string, seq: number, size: number): Promise<TreeLeavesTable | undefined> {
  return db
    .selectFrom('tree_leaves')
    .selectAll()
    .where('chain', '=', chain)
    .where('seq', '<=', seq)
    .where('position', '<', size)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertCheckpoint(tx: Db, checkpoint: CheckpointsTable): Promise<void> {
  await tx.insertInto('checkpoints').values(checkpoint).execute();
}

export async function newestCheckpoint(db: Db): Promise<CheckpointsTable | undefined> {
  return db.selectFrom('checkpoints').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst();
}

/** Up to `limit` signed heads over more than `afterSize` leaves, the smallest first. */
export async function listCheckpoints(db: Db, afterSize: number, limit: number): Promise<readonly CheckpointsTable[]> {
  return db.selectFrom('checkpoints').selectAll().where('size', '>', afterSize).orderBy('size').limit(limit).execute();
}
