import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { Scope } from '../../../shared/protocol/api-tokens.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { findApiToken, putApiToken } from '../db/access.ts';
import type { Db } from '../db/schema.ts';
import type { HubDeps } from '../deps.ts';
import { bearerOf } from './bearer.ts';
import { newSecret, secretHash } from './secrets.ts';

/** Makes a token for another system. Its text is shown once: only its hash is kept. */
export async function issueApiToken(
  db: Db,
  token: { readonly name: string; readonly scopes: readonly Scope[]; readonly now: number; readonly expiresAt: number },
): Promise<string> {
  const text = `dct_${newSecret()}`;
  await putApiToken(db, {
    token_hash: secretHash(text),
    name: token.name,
    scopes: JSON.stringify(token.scopes),
    created_at: token.now,
    expires_at: token.expiresAt,
  });
  return text;
}

/** Errors: `auth-required` (unknown or expired), `auth-forbidden` (without the scope). */
export async function authenticateApiToken(
  deps: HubDeps,
  request: FastifyRequest,
  wanted: Scope,
): Promise<Result<{ readonly name: string }, AppError>> {
  const text = bearerOf(request);
  if (text === null) return appErr('auth-required');
  const token = await findApiToken(deps.db, secretHash(text), deps.clock.now());
  if (token === undefined) return appErr('auth-required');
  const scopes = z.array(z.string()).parse(JSON.parse(token.scopes));
  return scopes.includes(wanted) ? ok({ name: token.name }) : appErr('auth-forbidden');
}
