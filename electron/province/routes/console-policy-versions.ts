import type { FastifyInstance } from 'fastify';
import { policyVersions } from '../../../shared/protocol/meetings.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateMember } from '../auth/session.ts';
import { listPolicyVersions } from '../db/policies.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';

/** The versions of the policy, for a meeting to name one. */
export function policyVersionsRoute(app: FastifyInstance, deps: HubDeps): void {
  addRoute(app, {
    method: 'GET',
    url: '/api/console/policy-versions',
    doc: {
      vi: 'Các bản quy định, bản đang áp dụng đứng đầu.',
      en: 'The versions of the policy, the one in force first.',
      access: bySession('read'),
    },
    authenticate: (request) => authenticateMember(deps, request, 'read'),
    answer: policyVersions,
    handle: async () => ok({ versions: [...(await listPolicyVersions(deps.db))] }),
  });
}
