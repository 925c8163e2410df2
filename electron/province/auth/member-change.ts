import type { FastifyRequest } from 'fastify';
import type { AppError } from '../../../shared/errors.ts';
import type { Right } from '../../../shared/protocol/rights.ts';
import type { Result } from '../../../shared/result.ts';
import type { HubDeps } from '../deps.ts';
import { fromOurPage } from '../http/same-origin.ts';
import { authenticateMember, type Member } from './session.ts';

/** For routes that change something: from our own page, by somebody with the right. */
export async function authenticateChange(
  deps: HubDeps,
  request: FastifyRequest,
  right: Right,
): Promise<Result<Member, AppError>> {
  const page = fromOurPage(request);
  return page.ok ? authenticateMember(deps, request, right) : page;
}
