import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import {
  policyAt,
  policyHistory,
  policyPreview,
  policyPreviewRequest,
  policySave,
  policySaved,
} from '../../../shared/protocol/policies.ts';
import { ok } from '../../../shared/result.ts';
import { currentPolicy } from '../db/policies.ts';
import { findPolicyVersion, listPolicyVersions } from '../db/policy-versions.ts';
import type { HubDeps } from '../deps.ts';
import { doingOf, memberRoute } from '../http/member-route.ts';
import { previewPolicy } from '../policies/preview.ts';
import { savePolicy } from '../policies/save.ts';

/** The limits, their versions, and what other limits would have changed. */
export function policyRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db } = deps;
  const url = '/api/console/policies';
  memberRoute(app, deps, {
    method: 'GET',
    url,
    doc: {
      vi: 'Các phiên bản ngưỡng đánh giá và phiên bản đang áp dụng.',
      en: 'The versions of the limits, and the one in force.',
    },
    right: 'read',
    answer: policyHistory,
    handle: async () => ok({ versions: [...(await listPolicyVersions(db))], current: await currentPolicy(db) }),
  });
  memberRoute(app, deps, {
    method: 'GET',
    url: `${url}/:version`,
    doc: {
      vi: 'Một phiên bản ngưỡng đánh giá.',
      en: 'One version of the limits.',
      errors: ['not-found'],
    },
    right: 'read',
    params: z.object({ version: z.string().min(1).max(64) }),
    answer: policyAt,
    async handle({ params: { version } }) {
      const found = await findPolicyVersion(db, version);
      return found === undefined ? appErr('not-found') : ok(found);
    },
  });
  memberRoute(app, deps, {
    method: 'POST',
    url: `${url}/preview`,
    doc: {
      vi: 'Điểm cầu nào của cuộc họp gần nhất sẽ đổi kết quả với các ngưỡng này.',
      en: 'Which points of the last meeting these limits would call otherwise.',
    },
    right: 'policy',
    body: policyPreviewRequest,
    answer: policyPreview,
    handle: async ({ body }) => ok(await previewPolicy(db, body.policy)),
  });
  memberRoute(app, deps, {
    method: 'POST',
    url,
    doc: {
      vi: 'Lưu các ngưỡng thành phiên bản mới và áp dụng.',
      en: 'Saves the limits as a new version and puts it in force.',
      errors: ['policy-changed', 'policy-contradiction'],
    },
    right: 'policy',
    body: policySave,
    answer: policySaved,
    handle: ({ body, who }) => savePolicy(db, body, doingOf(deps, who)),
  });
}
