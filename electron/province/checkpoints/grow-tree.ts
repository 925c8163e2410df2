import { createHash } from 'node:crypto';
import { entryLeafText, rulingLeafText } from '../../../shared/protocol/checkpoint.ts';
import { signCheckpoint } from '../../crypto/checkpoint.ts';
import { leafHash } from '../../crypto/merkle.ts';
import { addLeaf, frontierAt, type NewNode, rootOf } from '../../crypto/merkle-grow.ts';
import type { Db } from '../db/schema.ts';
import { addToTree, holdTree, insertCheckpoint, treeNodes } from '../db/tree.ts';
import { PROVINCE_CHAIN, type TreeLeavesTable } from '../db/tree-tables.ts';
import {
  insertTreeRulings,
  reachedBy,
  type WaitingEntry,
  type WaitingRuling,
  waitingEntries,
  waitingRulings,
} from '../db/tree-waiting.ts';
import type { HubIdentity } from '../deps.ts';

/** Leaves of one transaction: short enough that no push waits for it to be noticed. */
export const LEAVES = 500;

/** Where in the order of the devices the tree grows: what lies before is not looked through again for every few leaves. */
export interface TreeWalk {
  from: string;
}

/**
 * Adds what came in since to the tree and signs its new head, in one transaction; answers how many leaves were added. Any number
 * of hub processes may do it: one works, the others wait and find less to do.
 */
export async function growTree(db: Db, hub: HubIdentity, now: number, walk: TreeWalk = { from: '' }): Promise<number> {
  if (!(await isWaiting(db, walk)) && (await waitingRulings(db, 1)).length === 0) return 0;
  return db.transaction().execute(async (tx) => {
    const size = await holdTree(tx);
    const entries = inOrder(await waitingEntries(tx, LEAVES, walk.from));
    const rulings = await waitingRulings(tx, LEAVES);
    const ruled = await reachedBy(tx, PROVINCE_CHAIN);
    const leaves = [
      ...entries.map(leafOfEntry),
      ...rulings.map((ruling, index) => leafOfRuling(ruling, ruled + index + 1)),
    ].map((leaf, index): TreeLeavesTable => ({ ...leaf, position: size + index }));
    if (leaves.length === 0) return 0;
    const nodes: NewNode[] = [];
    let frontier = await frontierAt(size, treeNodes(tx));
    for (const { leaf } of leaves) frontier = addLeaf(frontier, leaf, (node) => nodes.push(node));
    const head = { size: frontier.size, root: rootOf(frontier), at: now };
    await addToTree(tx, leaves, nodes);
    await insertTreeRulings(
      tx,
      rulings.map(({ id }) => id),
      ruled,
    );
    const jws = await signCheckpoint({ v: 1, hub: hub.id, ...head }, hub.key);
    await insertCheckpoint(tx, { ...head, jws });
    return leaves.length;
  });
}

/** Whether entries wait, and where the first of them are: if none do behind where the walk is, it starts again. */
async function isWaiting(db: Db, walk: TreeWalk): Promise<boolean> {
  const [next] = await waitingEntries(db, 1, walk.from);
  if (next === undefined && walk.from === '') return false;
  walk.from = next?.device_id ?? '';
  return next !== undefined || isWaiting(db, walk);
}

type Leaf = Omit<TreeLeavesTable, 'position'>;

export function leafOfEntry({ device_id: device, seq, hash, received_at: receivedAt }: WaitingEntry): Leaf {
  return { chain: device, seq, leaf: leafHash(entryLeafText({ device, seq, hash, receivedAt })) };
}

export function leafOfRuling({ id, line }: WaitingRuling, seq: number): Leaf {
  const hash = createHash('sha256').update(line).digest('base64url');
  return { chain: PROVINCE_CHAIN, seq, leaf: leafHash(rulingLeafText(id, hash)) };
}

/** As they were received; a chain stays in its own order also where the hubs' clocks do not agree. */
function inOrder(entries: readonly WaitingEntry[]): readonly WaitingEntry[] {
  const latest = new Map<string, number>();
  const timed = entries.map((entry) => {
    const at = Math.max(entry.received_at, latest.get(entry.device_id) ?? 0);
    latest.set(entry.device_id, at);
    return { entry, at };
  });
  return timed.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}
