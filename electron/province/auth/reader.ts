import type { FastifyRequest } from 'fastify';
import type { AppError } from '../../../shared/errors.ts';
import type { Scope } from '../../../shared/protocol/api-tokens.ts';
import type { Right } from '../../../shared/protocol/rights.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { HubDeps } from '../deps.ts';
import { authenticateApiToken } from './api-token.ts';
import { authenticateMember } from './session.ts';

/** A token with the scope, or a session with the right; answers who it is, as the audit log names them. */
export async function authenticateReader(
  deps: HubDeps,
  request: FastifyRequest,
  scope: Scope,
  right: Right,
): Promise<Result<string, AppError>> {
  if (request.headers.authorization !== undefined) {
    const token = await authenticateApiToken(deps, request, scope);
    return token.ok ? ok(`token:${token.value.name}`) : token;
  }
  const member = await authenticateMember(deps, request, right);
  return member.ok ? ok(`account:${member.value.username}`) : member;
}
