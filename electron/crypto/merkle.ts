import { createHash } from 'node:crypto';

/** SHA-256, base64url. */
export type TreeHash = string;

/** Hash of the complete subtree over the leaves from `index · 2^level` to before `(index + 1) · 2^level`; level 0 are the leaves. */
export type NodeAt = (level: number, index: number) => Promise<TreeHash>;

/** Of the tree without leaves. */
export const EMPTY_ROOT: TreeHash = createHash('sha256').digest('base64url');

/** A leaf of the tree, as RFC 9162 section 2.1.1: SHA-256(0x00 ‖ data). */
export function leafHash(data: string | Uint8Array): TreeHash {
  return createHash('sha256').update(Uint8Array.of(0)).update(data).digest('base64url');
}

/** An inner node: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: TreeHash, right: TreeHash): TreeHash {
  const both = [left, right].map((hash) => Buffer.from(hash, 'base64url'));
  return createHash('sha256')
    .update(Buffer.concat([Uint8Array.of(1), ...both]))
    .digest('base64url');
}

/** Tree head over the first `size` leaves. */
export async function rootAt(size: number, nodeAt: NodeAt): Promise<TreeHash> {
  return size === 0 ? EMPTY_ROOT : rangeHash(0, size, nodeAt);
}

/** PATH(position, D_size) of RFC 9162, section 2.1.3.1: what proves that a leaf stands there. */
export async function inclusionPath(position: number, size: number, nodeAt: NodeAt): Promise<TreeHash[]> {
  const path: TreeHash[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    const left = position < middle;
    path.unshift(await (left ? rangeHash(middle, end, nodeAt) : rangeHash(start, middle, nodeAt)));
    [start, end] = left ? [start, middle] : [middle, end];
  }
  return path;
}

/** PROOF(old, D_size) of section 2.1.4.1: what proves that the first `old` leaves were only added to. Empty for 0 and for `size`. */
export async function consistencyPath(old: number, size: number, nodeAt: NodeAt): Promise<TreeHash[]> {
  if (old === 0 || old === size) return [];
  const path: TreeHash[] = [];
  let [start, end] = [0, size];
  let whole = true;
  while (end !== old) {
    const middle = start + largestPowerBelow(end - start);
    const left = old <= middle;
    path.unshift(await (left ? rangeHash(middle, end, nodeAt) : rangeHash(start, middle, nodeAt)));
    if (!left) whole = false;
    [start, end] = left ? [start, middle] : [middle, end];
  }
  return whole ? path : [await rangeHash(start, end, nodeAt), ...path];
}

/** `start` is a multiple of the smallest power of two that holds the range, as in every recursion of the RFC. */
async function rangeHash(start: number, end: number, nodeAt: NodeAt): Promise<TreeHash> {
  const leaves = end - start;
  const level = Math.log2(leaves);
  if (Number.isInteger(level)) return nodeAt(level, start / leaves);
  const middle = start + largestPowerBelow(leaves);
  return nodeHash(await rangeHash(start, middle, nodeAt), await rangeHash(middle, end, nodeAt));
}

/** The largest power of two below `n`, which is over 1. */
function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
