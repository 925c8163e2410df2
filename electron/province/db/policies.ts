import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { judgingVersion, type PolicyInForce } from '../../../shared/policy/judging.ts';
import { type Policy, policy } from '../../../shared/policy/policy.ts';
import type { Db } from './schema.ts';

/** The policy in force. Throws when there is none: founding the hub puts the default there. */
export async function currentPolicy(db: Db): Promise<Policy> {
  const [newest] = await listPolicyVersions(db);
  if (newest === undefined) throw new Error('the hub has no policy');
  return readPolicy(db, newest.version);
}

/** The policy that judges a meeting. */
export async function judgingPolicy(
  db: Db,
  meeting: Pick<Meeting, 'policyVersion' | 'startsAt'>,
  now: number,
): Promise<Policy> {
  const version = judgingVersion(meeting, await listPolicyVersions(db), now);
  if (version === null) throw new Error('the hub has no policy');
  return readPolicy(db, version);
}

/** Every version there ever was, the one in force first. */
export async function listPolicyVersions(db: Db): Promise<readonly PolicyInForce[]> {
  const rows = await db
    .selectFrom('policies')
    .select(['version', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, created_at: from }) => ({ version, from }));
}

export async function readPolicy(db: Db, version: string): Promise<Policy> {
  const row = await db.selectFrom('policies').select('body').where('version', '=', version).executeTakeFirstOrThrow();
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
