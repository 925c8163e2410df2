import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { meetingId, pointCode } from '../../../shared/meeting/meeting.ts';
import { may } from '../../../shared/protocol/rights.ts';
import {
  ask,
  askRequest,
  callRequest,
  helpBoard as helpBoardSchema,
  wallPoint,
  wall as wallSchema,
} from '../../../shared/protocol/wall.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateChange } from '../auth/member-change.ts';
import { authenticateMember, type Member } from '../auth/session.ts';
import type { HubDeps } from '../deps.ts';
import { askPoint } from '../help/ask.ts';
import { helpBoard } from '../help/board.ts';
import { callPoint } from '../help/call.ts';
import { addRoute } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';
import { wallOf } from '../reports/wall.ts';
import { wallPointOf } from '../reports/wall-point.ts';

const ofMeeting = z.object({ id: meetingId });
const ofPoint = ofMeeting.extend({ code: pointCode });
type OfPoint = z.infer<typeof ofPoint>;

/** The readiness wall of a meeting, one point of it, and help for that point. */
export function wallRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock, live } = deps;
  const url = '/api/console/meetings/:id';
  const reader = (request: Parameters<typeof authenticateMember>[1]) => authenticateMember(deps, request, 'read');
  const helper = (request: Parameters<typeof authenticateChange>[1]) => authenticateChange(deps, request, 'help');
  const calling = ({ id, code }: OfPoint, who: Member) => ({
    meetingId: id,
    point: code,
    by: who.username,
    now: clock.now(),
  });
  const tell = ({ id, code }: OfPoint) => live.publish({ kind: 'help', meetingId: id, point: code });
  addRoute(app, {
    method: 'GET',
    url: `${url}/wall`,
    doc: {
      vi: 'Bảng sẵn sàng của mọi điểm cầu trong cuộc họp.',
      en: 'The readiness wall: every point of a meeting, short.',
      access: bySession('read'),
      errors: ['meeting-unknown'],
    },
    authenticate: reader,
    params: ofMeeting,
    answer: wallSchema,
    async handle({ params }) {
      const wall = await wallOf(db, params.id, clock.now());
      return wall === null ? appErr('meeting-unknown') : ok(wall);
    },
  });
  addRoute(app, {
    method: 'GET',
    url: `${url}/help`,
    doc: {
      vi: 'Ai đang gọi điểm cầu nào, và những gì đã đề nghị.',
      en: 'Who is calling which point, and what points were asked.',
      access: bySession('read'),
    },
    authenticate: reader,
    params: ofMeeting,
    answer: helpBoardSchema,
    handle: async ({ params }) => ok(await helpBoard(db, params.id, clock.now())),
  });
  addRoute(app, {
    method: 'GET',
    url: `${url}/points/:code`,
    doc: {
      vi: 'Mọi thông tin về một điểm cầu để hỗ trợ qua điện thoại.',
      en: 'Everything about one point that helps on the telephone.',
      access: bySession('read'),
      errors: ['not-found'],
    },
    authenticate: reader,
    params: ofPoint,
    answer: wallPoint,
    async handle({ params, who }) {
      const facts = { now: clock.now(), contact: may(who.role, 'help') };
      const point = await wallPointOf(db, params.id, params.code, facts);
      return point === null ? appErr('not-found') : ok(point);
    },
  });
  addRoute(app, {
    method: 'POST',
    url: `${url}/points/:code/call`,
    doc: {
      vi: 'Nhận gọi, thôi gọi, hoặc ghi kết quả gọi một điểm cầu.',
      en: 'Takes a point for a call, gives it back, or writes down what came of it.',
      access: bySession('help'),
      errors: ['not-found', 'call-taken', 'hub-busy'],
    },
    authenticate: helper,
    params: ofPoint,
    body: callRequest,
    async handle({ params, body, who }) {
      const called = await callPoint(db, body, calling(params, who));
      if (called.ok) tell(params);
      return called;
    },
  });
  addRoute(app, {
    method: 'POST',
    url: `${url}/points/:code/asks`,
    doc: {
      vi: 'Đề nghị điểm cầu đo lại một mục, hoặc gửi lời nhắn.',
      en: 'Asks a point to run a check again, or sends it a note.',
      access: bySession('help'),
      errors: ['not-found', 'ask-many'],
    },
    authenticate: helper,
    params: ofPoint,
    body: askRequest,
    answer: ask,
    async handle({ params, body, who }) {
      const asked = await askPoint(db, body, calling(params, who));
      if (asked.ok) tell(params);
      return asked;
    },
  });
}
