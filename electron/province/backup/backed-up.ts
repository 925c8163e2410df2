import { tablesOf } from '../tables/catalog.ts';
import type { RowSource } from '../tables/source.ts';
import type { Table } from '../tables/table.ts';

/** All of a province but its sessions: after a restore everybody signs in anew. */
export async function backedUpTables(source: RowSource): Promise<readonly Table[]> {
  return (await tablesOf(source)).filter(({ name }) => name !== 'sessions');
}
