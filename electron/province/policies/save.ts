import type { z } from 'zod';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { policyChanges } from '../../../shared/policy/changes.ts';
import { contradictions } from '../../../shared/policy/contradictions.ts';
import type { policySave } from '../../../shared/protocol/policies.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { formatDate } from '../../../shared/strings/format.ts';
import { addAudit } from '../db/audit.ts';
import { currentPolicy } from '../db/policies.ts';
import { insertPolicyVersion, listPolicyVersions } from '../db/policy-versions.ts';
import type { Db } from '../db/schema.ts';
import type { Doing } from '../meetings/doing.ts';

/**
 * Puts limits in force as a new version; the ones before stay, since verdicts name the version that judged them.
 * Errors: `policy-changed` (somebody saved since `basedOn`), `policy-contradiction`.
 */
export async function savePolicy(
  db: Db,
  asked: z.infer<typeof policySave>,
  { actor, now }: Doing,
): Promise<Result<{ version: string }, AppError>> {
  const [wrong] = contradictions(asked.policy);
  if (wrong !== undefined) return appErr('policy-contradiction', { field: wrong });
  return db.transaction().execute(async (tx) => {
    const before = await currentPolicy(tx);
    if (before.version !== asked.basedOn) return appErr('policy-changed');
    const versions = await listPolicyVersions(tx);
    const version = nextVersion(
      versions.map((one) => one.version),
      now,
    );
    // The newest by time is in force, also where a clock was set back.
    const at = Math.max(now, (versions[0]?.at ?? 0) + 1);
    const { reason } = asked;
    const first = await insertPolicyVersion(tx, { ...asked.policy, version }, { at, actor, reason });
    if (!first) return appErr('policy-changed');
    const detail = { reason, changes: policyChanges(before, asked.policy).length };
    await addAudit(tx, { at: now, actor, action: 'policy-saved', subject: `policy:${version}`, detail });
    return ok({ version });
  });
}

/** `2026-01-31.1`: the day in Vietnam and which of that day. */
function nextVersion(taken: readonly string[], now: number): string {
  const day = formatDate(now).split('/').reverse().join('-');
  const ofDay = taken.filter((version) => version.startsWith(`${day}.`)).map((version) => Number(version.slice(11)));
  return `${day}.${Math.max(0, ...ofDay.filter(Number.isFinite)) + 1}`;
}
