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

/** Those of the proposals that somebody has decided on. */
export async function decidedProposals(db: Db, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const decided = new Set<string>();
  for (const chunk of inChunks(hashes)) {
    const rows = await db
      .selectFrom('proposal_decisions')
      .select('entry_hash')
      .where('entry_hash', 'in', [...chunk])
      .execute();
    for (const { entry_hash } of rows) decided.add(entry_hash);
  }
  return decided;
}
