import { EMPTY_ROOT, type NodeAt, nodeHash, type TreeHash } from './merkle.ts';

/** The complete subtrees of a tree, the largest first: all that is needed to go on adding leaves and to know the root. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly TreeHash[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** A complete subtree above the leaves (`level` ≥ 1) that came about. */
export interface NewNode {
  readonly level: number;
  readonly index: number;
  readonly hash: TreeHash;
}

/** Adds one leaf; `onNode` gets the subtrees that it completes. */
export function addLeaf(
  frontier: Frontier,
  leaf: TreeHash,
  onNode: (node: NewNode) => void = () => undefined,
): Frontier {
  const peaks = [...frontier.peaks];
  let hash = leaf;
  let index = frontier.size;
  for (let level = 1; index % 2 === 1; level += 1) {
    const left = peaks.pop();
    if (left === undefined) throw new Error('a frontier with too few peaks');
    hash = nodeHash(left, hash);
    index = (index - 1) / 2;
    onNode({ level, index, hash });
  }
  return { size: frontier.size + 1, peaks: [...peaks, hash] };
}

export function rootOf({ peaks }: Frontier): TreeHash {
  return peaks.length === 0 ? EMPTY_ROOT : peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** The frontier of a tree of `size` leaves. */
export async function frontierAt(size: number, nodeAt: NodeAt): Promise<Frontier> {
  const peaks: TreeHash[] = [];
  let covered = 0;
  for (let level = 52; level >= 0; level -= 1) {
    const leaves = 2 ** level;
    if (size - covered < leaves) continue;
    peaks.push(await nodeAt(level, covered / leaves));
    covered += leaves;
  }
  return { size, peaks };
}
