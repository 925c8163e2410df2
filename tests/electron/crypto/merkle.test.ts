import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  consistencyPath,
  EMPTY_ROOT,
  inclusionPath,
  leafHash,
  type NodeAt,
  nodeHash,
  rootAt,
  type TreeHash,
} from '../../../electron/crypto/merkle.ts';
import { addLeaf, EMPTY_FRONTIER, frontierAt, rootOf } from '../../../electron/crypto/merkle-grow.ts';
import { isContinued, isIncluded } from '../../../electron/crypto/merkle-verify.ts';

/** The leaves and heads that implementations of RFC 6962 and 9162 are tested with (certificate-transparency-go, merkle/testonly). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hex = (hash: TreeHash) => Buffer.from(hash, 'base64url').toString('hex');

/** A tree in memory, grown as the hub grows its own. */
function treeOf(leaves: readonly TreeHash[]) {
  const nodes = new Map(leaves.map((leaf, index) => [`0/${index}`, leaf]));
  const frontiers = [EMPTY_FRONTIER];
  for (const leaf of leaves) {
    frontiers.push(
      addLeaf(frontiers.at(-1) ?? EMPTY_FRONTIER, leaf, ({ level, index, hash }) =>
        nodes.set(`${level}/${index}`, hash),
      ),
    );
  }
  const nodeAt: NodeAt = async (level, index) => nodes.get(`${level}/${index}`) ?? expect.fail(`no ${level}/${index}`);
  const head = (size: number) => ({ size, root: rootOf(frontiers[size] ?? EMPTY_FRONTIER) });
  return { nodeAt, head, frontiers };
}

const vectors = treeOf(LEAVES.map((data) => leafHash(Buffer.from(data, 'hex'))));

test.each(ROOTS.map((root, size) => ({ size, root })))('the head over $size leaves is the known one', async (given) => {
  expect(hex(await rootAt(given.size, vectors.nodeAt))).toBe(given.root);
  expect(hex(vectors.head(given.size).root)).toBe(given.root);
});

test('proofs over seven leaves are the ones RFC 9162 walks through (section 2.1.5)', async () => {
  const leaves = LEAVES.slice(0, 7).map((data) => leafHash(Buffer.from(data, 'hex')));
  const [a, b, c, d, e, f, j] = leaves as [string, string, string, string, string, string, string];
  const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)];
  const [k, l] = [nodeHash(g, h), nodeHash(i, j)];
  const { nodeAt } = treeOf(leaves);
  expect(await inclusionPath(0, 7, nodeAt)).toEqual([b, h, l]);
  expect(await inclusionPath(3, 7, nodeAt)).toEqual([c, g, l]);
  expect(await inclusionPath(4, 7, nodeAt)).toEqual([f, j, k]);
  expect(await inclusionPath(6, 7, nodeAt)).toEqual([i, k]);
  expect(await consistencyPath(3, 7, nodeAt)).toEqual([c, d, g, l]);
  expect(await consistencyPath(4, 7, nodeAt)).toEqual([l]);
  expect(await consistencyPath(6, 7, nodeAt)).toEqual([i, j, k]);
});

test('the empty tree has the hash of nothing', () => expect(hex(EMPTY_ROOT)).toBe(ROOTS[0]));

const SIZES = fc.integer({ min: 1, max: 70 });
const leavesOf = (size: number) => Array.from({ length: size }, (_, i) => leafHash(`leaf ${i}`));
const big = treeOf(leavesOf(70));

test('every leaf is proven in every tree, and in no other place', async () => {
  const property = fc.asyncProperty(SIZES, fc.nat(), fc.nat(), async (size, some, other) => {
    const position = some % size;
    const path = await inclusionPath(position, size, big.nodeAt);
    const leaf = leafHash(`leaf ${position}`);
    expect(isIncluded(leaf, position, big.head(size), path)).toBe(true);
    const elsewhere = other % (size + 2);
    expect(isIncluded(leaf, elsewhere, big.head(size), path)).toBe(elsewhere === position);
    expect(isIncluded(leafHash('another'), position, big.head(size), path)).toBe(false);
    expect(isIncluded(leaf, position, big.head(size), [...path, leaf])).toBe(false);
    expect(isIncluded(leaf, position, big.head(size), path.slice(1))).toBe(path.length === 0);
  });
  await fc.assert(property);
});

test('every tree continues every smaller one, and none that differs in a leaf', async () => {
  const property = fc.asyncProperty(SIZES, fc.nat(), fc.nat(), async (size, some, changed) => {
    const old = some % (size + 1);
    const path = await consistencyPath(old, size, big.nodeAt);
    expect(isContinued(big.head(old), big.head(size), path)).toBe(true);
    if (old === 0) return;
    const leaves = leavesOf(size).map((leaf, index) => (index === changed % old ? leafHash('rewritten') : leaf));
    const rewritten = treeOf(leaves);
    const lie = await consistencyPath(old, size, rewritten.nodeAt);
    expect(isContinued(big.head(old), rewritten.head(size), lie)).toBe(false);
    expect(isContinued(big.head(old), rewritten.head(size), path)).toBe(false);
    if (old < size) expect(isContinued(big.head(size), big.head(old), path)).toBe(false);
  });
  await fc.assert(property);
});

test('a frontier read back from the nodes goes on as the one in memory', async () => {
  for (let size = 0; size <= 70; size += 1) expect(await frontierAt(size, big.nodeAt)).toEqual(big.frontiers[size]);
});
