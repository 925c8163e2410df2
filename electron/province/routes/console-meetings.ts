import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { meeting, meetingId } from '../../../shared/meeting/meeting.ts';
import { meetingList, readinessReport as reportSchema } from '../../../shared/protocol/console.ts';
import { newMeeting } from '../../../shared/protocol/meetings.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateChange } from '../auth/member-change.ts';
import { authenticateMember } from '../auth/session.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';
import { scheduleMeeting } from '../meetings/schedule.ts';
import { meetingSummaries } from '../meetings/summaries.ts';
import { readinessReport } from '../reports/readiness.ts';

/** The meetings as the console lists them, a new one, and where each point stands. */
export function meetingRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  addRoute(app, {
    method: 'GET',
    url: '/api/console/meetings',
    doc: {
      vi: 'Các cuộc họp, mỗi cuộc kèm số điểm cầu theo tình trạng.',
      en: 'The meetings, each with its points counted by state.',
      access: bySession('read'),
    },
    authenticate: (request) => authenticateMember(deps, request, 'read'),
    answer: meetingList,
    handle: async () => ok({ serverTime: clock.now(), meetings: await meetingSummaries(db) }),
  });
  addRoute(app, {
    method: 'POST',
    url: '/api/console/meetings',
    doc: {
      vi: 'Lập một cuộc họp hoặc một chuỗi cuộc họp.',
      en: 'Schedules a meeting, or a series of them.',
      access: bySession('schedule'),
    },
    authenticate: (request) => authenticateChange(deps, request, 'schedule'),
    body: newMeeting,
    answer: meeting,
    handle: ({ who, body }) => scheduleMeeting(db, body, { actor: `account:${who.username}`, now: clock.now() }),
  });
  addRoute(app, {
    method: 'GET',
    url: '/api/console/meetings/:id/readiness',
    doc: {
      vi: 'Tình trạng sẵn sàng của từng điểm cầu.',
      en: 'Where each point stands before the meeting.',
      access: bySession('read'),
      errors: ['meeting-unknown'],
    },
    authenticate: (request) => authenticateMember(deps, request, 'read'),
    params: z.object({ id: meetingId }),
    answer: reportSchema,
    async handle({ params }) {
      const report = await readinessReport(db, params.id, clock.now());
      return report === null ? appErr('meeting-unknown') : ok(report);
    },
  });
}
