/** One row: how many leaves the tree has. Updating it first in a transaction keeps other hub processes from adding at once. */
export interface TreeTable {
  only_row: 1;
  size: number;
}

/** The leaves in their order. `chain`: a device's id, or `PROVINCE_CHAIN`; `seq`: the number in it. */
export interface TreeLeavesTable {
  position: number;
  chain: string;
  seq: number;
  /** Its hash. */
  leaf: string;
}

/** Hashes of complete subtrees above the leaves (`level` ≥ 1). Can be computed again from the leaves. */
export interface TreeNodesTable {
  level: number;
  position: number;
  hash: string;
}

/** Up to where each chain is in the tree. */
export interface TreeChainsTable {
  chain: string;
  seq: number;
}

/** Which ruling has which number in the province's own chain. */
export interface TreeRulingsTable {
  id: string;
  seq: number;
}

/** The signed heads, one for each size that was ever signed. Only ever added to. */
export interface CheckpointsTable {
  size: number;
  root: string;
  /** The hub's clock. */
  at: number;
  jws: string;
}

export interface TreeSchema {
  tree: TreeTable;
  tree_leaves: TreeLeavesTable;
  tree_nodes: TreeNodesTable;
  tree_chains: TreeChainsTable;
  tree_rulings: TreeRulingsTable;
  checkpoints: CheckpointsTable;
}

/** The chain of the province's own rulings in the tree. No device has this id: theirs are 43 characters long. */
export const PROVINCE_CHAIN = 'province';
