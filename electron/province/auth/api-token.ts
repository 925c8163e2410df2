import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { ApiTokenIssued, ApiTokenList, NewApiToken, Scope } from '../../../shared/protocol/api-tokens.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { findApiToken, listApiTokens, noteTokenUse, putApiToken, revokeApiToken } from '../db/api-tokens.ts';
import { addAudit } from '../db/audit.ts';
import type { Db } from '../db/schema.ts';
import type { HubDeps } from '../deps.ts';
import type { Doing } from '../meetings/doing.ts';
import { bearerOf } from './bearer.ts';
import { newSecret, secretHash } from './secrets.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How true "last used" is: not every request writes. */
const USE_NOTED_EVERY_MS = 60_000;
const scopesOf = (text: string) => z.array(z.string()).parse(JSON.parse(text));

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

/** The same, asked for by somebody who is written down. */
export async function grantToken(db: Db, asked: NewApiToken, { actor, now }: Doing): Promise<ApiTokenIssued> {
  const name = asked.name.normalize('NFC');
  const scopes = [...new Set(asked.scopes)];
  const expiresAt = now + asked.days * DAY_MS;
  return db.transaction().execute(async (tx) => {
    const token = await issueApiToken(tx, { name, scopes, now, expiresAt });
    const detail = { scopes: scopes.join(' '), days: asked.days };
    await addAudit(tx, { at: now, actor, action: 'token-put', subject: `token:${name}`, detail });
    return { name, token, scopes, expiresAt };
  });
}

/** From now on the token opens nothing. Error `not-found`. */
export async function revokeToken(db: Db, name: string, { actor, now }: Doing): Promise<Result<null, AppError>> {
  return db.transaction().execute(async (tx) => {
    if (!(await revokeApiToken(tx, name, now))) return appErr('not-found');
    await addAudit(tx, { at: now, actor, action: 'token-revoked', subject: `token:${name}` });
    return ok(null);
  });
}

export async function listTokens(db: Db): Promise<ApiTokenList['tokens']> {
  const rows = await listApiTokens(db);
  return rows.map(({ name, scopes, created_at, expires_at, last_used_at, revoked_at }) => ({
    name,
    scopes: scopesOf(scopes),
    createdAt: created_at,
    expiresAt: expires_at,
    lastUsedAt: last_used_at,
    revokedAt: revoked_at,
  }));
}

/** Errors: `auth-required` (unknown, expired or revoked), `auth-forbidden` (without the scope). */
export async function authenticateApiToken(
  deps: HubDeps,
  request: FastifyRequest,
  wanted: Scope,
): Promise<Result<{ readonly name: string }, AppError>> {
  const text = bearerOf(request);
  if (text === null) return appErr('auth-required');
  const now = deps.clock.now();
  const token = await findApiToken(deps.db, secretHash(text), now);
  if (token === undefined) return appErr('auth-required');
  const unless = now - USE_NOTED_EVERY_MS;
  if ((token.last_used_at ?? 0) < unless) await noteTokenUse(deps.db, token.token_hash, now, unless);
  return scopesOf(token.scopes).includes(wanted) ? ok({ name: token.name }) : appErr('auth-forbidden');
}
