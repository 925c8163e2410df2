import { type AppError, appErr } from '../../../shared/errors.ts';
import { formatEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { newSecret, secretHash } from '../auth/secrets.ts';
import { addAudit } from '../db/audit.ts';
import { insertEnrolmentCode } from '../db/enrolment-codes.ts';
import { findPoint } from '../db/points.ts';
import type { Db } from '../db/schema.ts';

const LIFE_MS = 7 * 24 * 60 * 60_000;

export interface IssueRequest {
  readonly point: string;
  /** Where the point will reach the hub, and the certificate it must show there (null: plain HTTP). */
  readonly address: { readonly url: string; readonly pin: string | null };
  readonly actor: string;
  readonly now: number;
}

/** Makes a one-time code for a point, good for a week. Only the hash of its secret is kept. Errors: `not-found`, `point-retired`. */
export async function issueEnrolmentCode(
  db: Db,
  { point, address, actor, now }: IssueRequest,
): Promise<Result<{ readonly code: string; readonly expiresAt: number }, AppError>> {
  const known = await findPoint(db, point);
  if (known === undefined) return appErr('not-found', { point });
  if (known.retiredAt !== null) return appErr('point-retired', { name: known.name });
  const secret = newSecret();
  const expiresAt = now + LIFE_MS;
  await insertEnrolmentCode(db, {
    secret_hash: secretHash(secret),
    point_code: point,
    created_at: now,
    expires_at: expiresAt,
  });
  await addAudit(db, { at: now, actor, action: 'enrolment-code-issued', subject: `point:${point}` });
  const pin = address.pin === null ? {} : { pin: address.pin };
  return ok({ code: formatEnrolmentCode({ hub: address.url, point, secret, ...pin }), expiresAt });
}
