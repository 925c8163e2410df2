import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { readCheckpoint } from '../../crypto/checkpoint.ts';
import { addLeaf, EMPTY_FRONTIER, rootOf } from '../../crypto/merkle-grow.ts';
import type { TreeHead } from '../../crypto/merkle-verify.ts';
import type { Db } from '../db/schema.ts';
import { listCheckpoints } from '../db/tree.ts';
import type { CheckpointsTable } from '../db/tree-tables.ts';
import { leavesAgain } from './leaves-again.ts';
import { outsideTree } from './outside-tree.ts';

export interface TreeVerification {
  readonly leaves: number;
  readonly checkpoints: number;
  readonly faults: readonly AppError[];
}

const PAGE = 500;
/** What is wrong a thousand times over is told often enough. */
const MOST_FAULTS = 20;

/**
 * Computes the tree again from the entries and rulings themselves and holds every head the hub ever signed against it, and the
 * `seen` ones that points or auditors kept.
 * Faults: `leaf-changed` (an entry or ruling was altered or taken out), `outside-tree` (one was slipped in), `checkpoint-forged`
 * (not by the hub's key), `checkpoint-rewritten` (signed over something else).
 */
export async function verifyTree(db: Db, hubKey: CryptoKey, seen: readonly TreeHead[] = []): Promise<TreeVerification> {
  const faults: AppError[] = [];
  const fault = (error: AppError) => void (faults.length < MOST_FAULTS && faults.push(error));
  const rewritten = (size: number) => fault(appErr('checkpoint-rewritten', { size }).error);
  const kept = [...seen].sort((a, b) => a.size - b.size);
  const signed = signedHeads(db);
  let next = await signed();
  let frontier = EMPTY_FRONTIER;
  let checkpoints = 0;

  async function holdAgainst(): Promise<void> {
    for (; next !== undefined && next.size <= frontier.size; next = await signed()) {
      checkpoints += 1;
      const { size, root, at, jws } = next;
      const claims = await readCheckpoint(jws, hubKey);
      if (claims === null) fault(appErr('checkpoint-forged', { size }).error);
      else if (claims.size !== size || claims.root !== root || claims.at !== at) rewritten(size);
      else if (size !== frontier.size || root !== rootOf(frontier)) rewritten(size);
    }
    for (; kept[0] !== undefined && kept[0].size <= frontier.size; kept.shift()) {
      if (kept[0].size !== frontier.size || kept[0].root !== rootOf(frontier)) rewritten(kept[0].size);
    }
  }

  await holdAgainst();
  for await (const { position, leaf, source } of leavesAgain(db)) {
    // The numbers go on without a gap, whatever was deleted: a hole moves all that stands behind it.
    if (leaf !== source || position !== frontier.size) fault(appErr('leaf-changed', { position }).error);
    frontier = addLeaf(frontier, leaf);
    await holdAgainst();
  }
  // Heads over more than there is: the end was cut off.
  for (; next !== undefined; next = await signed()) rewritten(next.size);
  for (const { size } of kept) rewritten(size);
  for (const id of await outsideTree(db, MOST_FAULTS)) fault(appErr('outside-tree', { id }).error);
  return { leaves: frontier.size, checkpoints, faults };
}

/** The heads one after another. */
function signedHeads(db: Db): () => Promise<CheckpointsTable | undefined> {
  let page: readonly CheckpointsTable[] = [];
  let at = 0;
  let after = -1;
  return async () => {
    if (at === page.length) {
      page = await listCheckpoints(db, after, PAGE);
      at = 0;
    }
    const row = page[at];
    at += 1;
    if (row !== undefined) after = row.size;
    return row;
  };
}
