import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { listPolicyVersions } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';

/** Error: `input-invalid`, naming `policyVersion`, when there never was such a policy. */
export async function checkPolicyVersion(db: Db, named: string | null | undefined): Promise<Result<null, AppError>> {
  if (named === null || named === undefined) return ok(null);
  const known = (await listPolicyVersions(db)).some(({ version }) => version === named);
  return known ? ok(null) : appErr('input-invalid', { field: 'policyVersion' });
}
