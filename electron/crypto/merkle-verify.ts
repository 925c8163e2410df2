import { EMPTY_ROOT, nodeHash, type TreeHash } from './merkle.ts';

/** A tree head: so many leaves, and the hash over them. */
export interface TreeHead {
  readonly size: number;
  readonly root: TreeHash;
}

const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;

/** Whether `path` proves that `leaf` stands at `position` of the tree (RFC 9162, section 2.1.3.2). */
export function isIncluded(leaf: TreeHash, position: number, head: TreeHead, path: readonly TreeHash[]): boolean {
  if (!(position >= 0 && position < head.size)) return false;
  let [fn, sn] = [position, head.size - 1];
  let hash = leaf;
  for (const next of path) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(next, hash);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(hash, next);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash === head.root;
}

/** Whether `path` proves that the leaves under `old` are the first ones under `head`, in the same order (section 2.1.4.2). */
export function isContinued(old: TreeHead, head: TreeHead, path: readonly TreeHash[]): boolean {
  if (old.size > head.size) return false;
  if (old.size === head.size) return old.root === head.root && path.length === 0;
  if (old.size === 0) return old.root === EMPTY_ROOT && path.length === 0;
  const isPower = Number.isInteger(Math.log2(old.size));
  const [first, ...rest] = isPower ? [old.root, ...path] : path;
  if (first === undefined || path.length === 0) return false;
  let [fn, sn] = [old.size - 1, head.size - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [oldHash, newHash] = [first, first];
  for (const next of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      oldHash = nodeHash(next, oldHash);
      newHash = nodeHash(next, newHash);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      newHash = nodeHash(newHash, next);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && oldHash === old.root && newHash === head.root;
}
