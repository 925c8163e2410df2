import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { apiTokenIssued, apiTokenList, newApiToken } from '../../../shared/protocol/api-tokens.ts';
import { ok } from '../../../shared/result.ts';
import { grantToken, listTokens, revokeToken } from '../auth/api-token.ts';
import { authenticateChange } from '../auth/member-change.ts';
import { authenticateMember, type Member } from '../auth/session.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';

const URL = '/api/console/tokens';

/** Tokens of other systems, as an administrator keeps them. */
export function tokenRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  const access = bySession('integrate');
  const doing = (who: Member) => ({ actor: `account:${who.username}`, now: clock.now() });
  addRoute(app, {
    method: 'GET',
    url: URL,
    doc: { vi: 'Các token đã cấp.', en: 'The tokens that were made.', access },
    authenticate: (request) => authenticateMember(deps, request, 'integrate'),
    answer: apiTokenList,
    handle: async () => ok({ tokens: await listTokens(db) }),
  });
  addRoute(app, {
    method: 'POST',
    url: URL,
    doc: { vi: 'Cấp token; nội dung chỉ hiện một lần.', en: 'Makes a token; its text is said once.', access },
    authenticate: (request) => authenticateChange(deps, request, 'integrate'),
    body: newApiToken,
    answer: apiTokenIssued,
    handle: async ({ body, who }) => ok(await grantToken(db, body, doing(who))),
  });
  addRoute(app, {
    method: 'POST',
    url: `${URL}/:name/revocation`,
    doc: { vi: 'Thu hồi một token.', en: 'Revokes a token.', access, errors: ['not-found'] },
    authenticate: (request) => authenticateChange(deps, request, 'integrate'),
    params: z.object({ name: z.string().min(1).max(120) }),
    handle: ({ params, who }) => revokeToken(db, params.name, doing(who)),
  });
}
