import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { meetingId, pointCode } from '../../../shared/meeting/meeting.ts';
import {
  attendanceDetail,
  attendanceReport,
  rulingAnswer,
  rulingRequest,
} from '../../../shared/protocol/attendance.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { ok } from '../../../shared/result.ts';
import { rollCall, rollCallOf } from '../attendance/roll-call.ts';
import { addRuling } from '../attendance/rule.ts';
import { withoutNumbers } from '../attendance/without-numbers.ts';
import { authenticateChange } from '../auth/member-change.ts';
import { authenticateMember } from '../auth/session.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';

/** The roll call: where every point stands, everything that was recorded of one, and what the province rules. */
export function attendanceRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  const url = '/api/console/meetings/:id/attendance';
  addRoute(app, {
    method: 'GET',
    url,
    doc: {
      vi: 'Điểm danh: từng điểm cầu theo bốn trục.',
      en: 'The roll call: every point on its four axes.',
      access: bySession('read'),
      errors: ['meeting-unknown'],
    },
    authenticate: (request) => authenticateMember(deps, request, 'read'),
    params: z.object({ id: meetingId }),
    answer: attendanceReport,
    async handle({ params, who }) {
      const report = await rollCall(db, params.id, clock.now());
      if (report === null) return appErr('meeting-unknown');
      return ok(may(who.role, 'contacts') ? report : { ...report, rows: withoutNumbers(report.rows) });
    },
  });
  addRoute(app, {
    method: 'GET',
    url: `${url}/:point`,
    doc: {
      vi: 'Mọi điều đã ghi nhận về một điểm cầu trong cuộc họp.',
      en: 'Everything that was recorded of one point in a meeting.',
      access: bySession('discipline'),
      errors: ['not-found'],
    },
    // Explanations and reasons are discipline notes: for those who need them (DOMAIN, Personal data).
    authenticate: (request) => authenticateMember(deps, request, 'discipline'),
    params: z.object({ id: meetingId, point: pointCode }),
    answer: attendanceDetail,
    async handle({ params }) {
      const detail = await rollCallOf(db, params.id, params.point, clock.now());
      return detail === null ? appErr('not-found') : ok(detail);
    },
  });
  addRoute(app, {
    method: 'POST',
    url: '/api/console/meetings/:id/rulings',
    doc: {
      vi: 'Ghi một quyết định của tỉnh.',
      en: 'Writes down what the province rules.',
      access: bySession('rule'),
      errors: ['meeting-unknown', 'meeting-not-begun'],
    },
    authenticate: (request) => authenticateChange(deps, request, 'rule'),
    params: z.object({ id: meetingId }),
    body: rulingRequest,
    answer: rulingAnswer,
    async handle({ params, body, who }) {
      const actor = { kind: 'account', accountId: who.username, fullName: who.username, role: who.role } as const;
      const ruled = await addRuling(db, params.id, body, { actor, now: clock.now() });
      if (!ruled.ok) return ruled;
      deps.live.publish({ kind: 'attendance', meetingId: params.id, point: body.point });
      return ok({ id: ruled.value });
    },
  });
}
