import { type Policy, policy } from '../../../shared/policy/policy.ts';
import type { PolicyVersion } from '../../../shared/protocol/policies.ts';
import type { Db, PoliciesTable } from './schema.ts';

/** Every version, the newest first: that one is in force. */
export async function listPolicyVersions(db: Db): Promise<readonly PolicyVersion[]> {
  const rows = await db
    .selectFrom('policies')
    .select(['version', 'created_at', 'actor', 'reason'])
    .orderBy('created_at', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(asVersion);
}

export async function findPolicyVersion(
  db: Db,
  version: string,
): Promise<{ readonly policy: Policy; readonly info: PolicyVersion } | undefined> {
  const row = await db.selectFrom('policies').selectAll().where('version', '=', version).executeTakeFirst();
  return row && { policy: policy.parse(JSON.parse(row.body)), info: asVersion(row) };
}

/** Puts a policy in force. Answers false when there is one of that version already: somebody else was first. */
export async function insertPolicyVersion(
  db: Db,
  added: Policy,
  by: { readonly at: number; readonly actor: string; readonly reason: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('policies')
    .values({
      version: added.version,
      body: JSON.stringify(added),
      created_at: by.at,
      actor: by.actor,
      reason: by.reason,
    })
    .onConflict((oc) => oc.column('version').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

function asVersion(row: Omit<PoliciesTable, 'body'>): PolicyVersion {
  return { version: row.version, at: row.created_at, actor: row.actor, reason: row.reason };
}
