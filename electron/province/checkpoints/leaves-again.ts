import type { Db } from '../db/schema.ts';
import { listLeaves } from '../db/tree.ts';
import { PROVINCE_CHAIN, type TreeLeavesTable } from '../db/tree-tables.ts';
import { leafOfEntry, leafOfRuling } from './grow-tree.ts';

/** A leaf as it is kept, and as its entry or ruling gives it now; null when that is gone. */
export interface LeafAgain {
  readonly position: number;
  readonly leaf: string;
  readonly source: string | null;
}

const PAGE = 500;

export async function* leavesAgain(db: Db): AsyncGenerator<LeafAgain> {
  for (let from = 0; ; ) {
    const page = await listLeaves(db, from, PAGE);
    const sources = new Map([...(await entriesOf(db, page)), ...(await rulingsOf(db, page))]);
    for (const { position, leaf } of page) yield { position, leaf, source: sources.get(position) ?? null };
    if (page.length < PAGE) return;
    from = (page.at(-1)?.position ?? 0) + 1;
  }
}

async function entriesOf(db: Db, page: readonly TreeLeavesTable[]): Promise<[number, string][]> {
  const [first, last] = [page[0], page.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await db
    .selectFrom('tree_leaves')
    .innerJoin('entries', (join) =>
      join.onRef('entries.device_id', '=', 'tree_leaves.chain').onRef('entries.seq', '=', 'tree_leaves.seq'),
    )
    .select(['tree_leaves.position', 'entries.device_id', 'entries.seq', 'entries.hash', 'entries.received_at'])
    .where('tree_leaves.position', '>=', first.position)
    .where('tree_leaves.position', '<=', last.position)
    .execute();
  return rows.map((row) => [row.position, leafOfEntry(row).leaf]);
}

async function rulingsOf(db: Db, page: readonly TreeLeavesTable[]): Promise<[number, string][]> {
  const own = page.filter(({ chain }) => chain === PROVINCE_CHAIN);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await db
    .selectFrom('tree_rulings')
    .innerJoin('rulings', 'rulings.id', 'tree_rulings.id')
    .select(['tree_rulings.seq', 'rulings.id', 'rulings.line'])
    .where('tree_rulings.seq', '>=', first.seq)
    .where('tree_rulings.seq', '<=', last.seq)
    .execute();
  const positions = new Map(own.map(({ seq, position }) => [seq, position]));
  return rows.flatMap((row) => {
    const position = positions.get(row.seq);
    return position === undefined ? [] : [[position, leafOfRuling(row, row.seq).leaf] as [number, string]];
  });
}
