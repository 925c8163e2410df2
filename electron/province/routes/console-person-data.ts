import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pointCode } from '../../../shared/meeting/meeting.ts';
import { personData as answer, personErasure, personForgotten } from '../../../shared/protocol/person-data.ts';
import { addAudit } from '../db/audit.ts';
import type { HubDeps } from '../deps.ts';
import { doingOf, memberRoute } from '../http/member-route.ts';
import { forgetPerson } from '../privacy/forget-person.ts';
import { personData, subjectOf } from '../privacy/person-data.ts';

const params = z.object({ code: pointCode, person: z.string().min(1).max(64) });

/** What the law gives a person: to see all that is held of them, and to have deleted what need not be kept. */
export function personDataRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db } = deps;
  const url = '/api/console/points/:code/roster/:person';
  const right = 'maintain' as const;
  memberRoute(app, deps, {
    method: 'GET',
    url: `${url}/data`,
    doc: {
      vi: 'Mọi dữ liệu đang lưu về một người của điểm cầu.',
      en: 'All that is held of one person of a point.',
      errors: ['roster-unknown-person'],
    },
    right,
    params,
    answer,
    async handle({ params: { code, person }, who, reply }) {
      const held = await personData(db, code, person);
      const { actor, now: at } = doingOf(deps, who);
      if (held.ok) await addAudit(db, { at, actor, action: 'person-data-read', subject: subjectOf(code, person) });
      reply.header('cache-control', 'no-store');
      return held;
    },
  });
  memberRoute(app, deps, {
    method: 'POST',
    url: `${url}/erasure`,
    doc: {
      vi: 'Xóa dữ liệu của một người ngoài hồ sơ đã ký; có lý do.',
      en: 'Deletes what is held of a person beside the signed record; with the reason.',
      errors: ['roster-unknown-person', 'person-designated'],
    },
    right,
    params,
    body: personErasure,
    answer: personForgotten,
    handle: ({ params: { code, person }, body, who }) =>
      forgetPerson(db, { point: code, id: person, reason: body.reason }, doingOf(deps, who)),
  });
}
