import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { pointCode } from '../../../shared/meeting/meeting.ts';
import { enrolmentIssued, pointList } from '../../../shared/protocol/console.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateChange } from '../auth/member-change.ts';
import { authenticateMember } from '../auth/session.ts';
import { countDevices } from '../db/devices.ts';
import { listPoints } from '../db/points.ts';
import { countOpenProposals } from '../db/proposals.ts';
import type { HubDeps } from '../deps.ts';
import { issueEnrolmentCode } from '../enrolment/issue-code.ts';
import { addRoute } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';
import { hubFacts } from '../identity.ts';

/** The province's points, and a one-time code to enrol a device for one. */
export function pointRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  addRoute(app, {
    method: 'GET',
    url: '/api/console/points',
    doc: {
      vi: 'Các điểm cầu của tỉnh.',
      en: "The province's points.",
      access: bySession('read'),
    },
    authenticate: (request) => authenticateMember(deps, request, 'read'),
    answer: pointList,
    async handle() {
      const devices = await countDevices(db);
      const points = await listPoints(db);
      const proposals = await countOpenProposals(db);
      return ok({
        points: points.map((point) => ({
          ...point,
          devices: devices.get(point.code) ?? 0,
          proposals: proposals.get(point.code) ?? 0,
        })),
      });
    },
  });
  addRoute(app, {
    method: 'POST',
    url: '/api/console/points/:code/enrolment',
    doc: {
      vi: 'Cấp mã ghi danh dùng một lần.',
      en: 'Issues a one-time enrolment code.',
      access: bySession('enrol'),
      errors: ['not-found'],
    },
    authenticate: (request) => authenticateChange(deps, request, 'enrol'),
    params: z.object({ code: pointCode }),
    answer: enrolmentIssued,
    async handle({ who, params }) {
      const { publicUrl: url, pin } = await hubFacts(db);
      if (url === null) return appErr('internal');
      const actor = `account:${who.username}`;
      return issueEnrolmentCode(db, { point: params.code, address: { url, pin }, actor, now: clock.now() });
    },
  });
}
