import { type Policy, policy } from '../../../shared/policy/policy.ts';
import type { Db } from './schema.ts';

/** The policy in force. Throws when there is none: founding the hub puts the default there. */
export async function currentPolicy(db: Db): Promise<Policy> {
  const row = await db
    .selectFrom('policies')
    .select('body')
    .orderBy('created_at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return readBody(row.body);
}

/** Read with every group of pushes and nearly always the same: the last few bodies stay parsed. */
const PARSED = 8;
const parsed = new Map<string, Policy>();

function readBody(body: string): Policy {
  const known = parsed.get(body);
  if (known) return known;
  if (parsed.size >= PARSED) parsed.clear();
  const read = policy.parse(JSON.parse(body));
  parsed.set(body, read);
  return read;
}

/** Puts a policy in force unless a policy of that version is there already. */
export async function addPolicy(db: Db, added: Policy, at: number): Promise<void> {
  await db
    .insertInto('policies')
    .values({ version: added.version, body: JSON.stringify(added), created_at: at })
    .onConflict((oc) => oc.column('version').doNothing())
    .execute();
}
