import type { FastifyInstance } from 'fastify';
import { loginRequest, type SessionInfo, sessionInfo } from '../../../shared/protocol/console.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateMember, type Member, signIn, signOut } from '../auth/session.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, HANDLED } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';
import { fromOurPage } from '../http/same-origin.ts';
import { hubFacts } from '../identity.ts';

const URL = '/api/console/session';

/** Signing in and out of the console, and who one is. */
export function sessionRoutes(app: FastifyInstance, deps: HubDeps): void {
  addRoute(app, {
    method: 'POST',
    url: URL,
    doc: {
      vi: 'Đăng nhập bảng theo dõi; đặt cookie.',
      en: 'Signs in to the console and sets its cookie.',
      access: bySession(null),
      errors: ['auth-wrong', 'auth-locked'],
    },
    authenticate: async (request) => fromOurPage(request),
    body: loginRequest,
    answer: sessionInfo,
    options: { config: { rateLimit: { max: deps.limits.signIns, timeWindow: '1 minute' } } },
    async handle({ body, reply }) {
      const member = await signIn(deps, reply, body);
      return member.ok ? ok(await infoOf(deps, member.value)) : member;
    },
  });
  addRoute(app, {
    method: 'GET',
    url: URL,
    doc: {
      vi: 'Ai đang đăng nhập.',
      en: 'Tells who is signed in.',
      access: bySession('read'),
    },
    authenticate: (request) => authenticateMember(deps, request, 'read'),
    answer: sessionInfo,
    handle: async ({ who }) => ok(await infoOf(deps, who)),
  });
  addRoute(app, {
    method: 'DELETE',
    url: URL,
    doc: {
      vi: 'Đăng xuất.',
      en: 'Signs out.',
      access: bySession(null),
      empty: true,
    },
    authenticate: async (request) => fromOurPage(request),
    async handle({ request, reply }) {
      await signOut(deps, request, reply);
      reply.code(204).send();
      return ok(HANDLED);
    },
  });
}

async function infoOf(deps: HubDeps, { username, role }: Member): Promise<SessionInfo> {
  return { username, role, hubName: (await hubFacts(deps.db)).name };
}
