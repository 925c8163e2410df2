import type { FastifyRequest } from 'fastify';
import type { AppError } from '../../../shared/errors.ts';
import type { Scope } from '../../../shared/protocol/api-tokens.ts';
import type { Role } from '../../../shared/protocol/console.ts';
import { may, type Right } from '../../../shared/protocol/rights.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { HubDeps } from '../deps.ts';
import { authenticateApiToken } from './api-token.ts';
import { authenticateMember } from './session.ts';

export interface Reader {
  /** As the audit log names them. */
  readonly name: string;
  /** Null: a token, of another system. */
  readonly role: Role | null;
}

/** A token with the scope, or a session with the right; answers who it is. */
export async function authenticateReader(
  deps: HubDeps,
  request: FastifyRequest,
  scope: Scope,
  right: Right,
): Promise<Result<Reader, AppError>> {
  if (request.headers.authorization !== undefined) {
    const token = await authenticateApiToken(deps, request, scope);
    return token.ok ? ok({ name: `token:${token.value.name}`, role: null }) : token;
  }
  const member = await authenticateMember(deps, request, right);
  if (!member.ok) return member;
  return ok({ name: `account:${member.value.username}`, role: member.value.role });
}

/** Whether the technicians' numbers are for this reader; an administrator gave a token its scope. */
export function mayCall({ role }: Reader): boolean {
  return role === null || may(role, 'contacts');
}
