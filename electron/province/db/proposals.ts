import { inChunks } from './in-chunks.ts';
import type { Db, ProposalDecisionsTable } from './schema.ts';

/** Writes a decision down, once: false when somebody decided before. */
export async function insertDecision(db: Db, decision: ProposalDecisionsTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('proposal_decisions')
    .values(decision)
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** How many proposals wait for a decision, by the point's code; a point without any is missing. */
export async function countOpenProposals(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('entries')
    .leftJoin('proposal_decisions', 'proposal_decisions.entry_hash', 'entries.hash')
    .select(({ fn }) => ['entries.point_code', fn.countAll().as('open')])
    .where('entries.type', '=', 'person-proposed')
    .where('proposal_decisions.entry_hash', 'is', null)
    .groupBy('entries.point_code')
    .execute();
  return new Map(rows.map(({ point_code, open }) => [point_code, Number(open)]));
}

/** The decisions on those of the proposals that somebody has decided on, by the proposal's hash. */
export async function decidedProposals(
  db: Db,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, ProposalDecisionsTable>> {
  const decided = new Map<string, ProposalDecisionsTable>();
  for (const chunk of inChunks(hashes)) {
    const rows = await db
      .selectFrom('proposal_decisions')
      .selectAll()
      .where('entry_hash', 'in', [...chunk])
      .execute();
    for (const row of rows) decided.set(row.entry_hash, row);
  }
  return decided;
}
