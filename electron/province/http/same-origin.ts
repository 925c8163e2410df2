import type { FastifyRequest } from 'fastify';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';

/**
 * Refuses (`auth-forbidden`) what a page of another site makes a browser send. The cookie is `SameSite=Strict` already; this is
 * the second lock. Browsers always name the origin of a request that changes something; a request that names none comes from
 * no browser, so no cookie of somebody else can be in it.
 */
export function fromOurPage(request: FastifyRequest): Result<null, AppError> {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return appErr('auth-forbidden');
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== request.headers.host) return appErr('auth-forbidden');
  return ok(null);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
