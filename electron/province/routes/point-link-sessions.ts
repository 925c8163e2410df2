import type { FastifyInstance } from 'fastify';
import { appErr } from '../../../shared/errors.ts';
import { linkAnswer, linkAsk, linkNeed } from '../../../shared/protocol/link-session.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateDevice } from '../auth/device.ts';
import type { HubDeps } from '../deps.ts';
import { goneOf } from '../http/gone.ts';
import { addRoute } from '../http/route.ts';
import { BY_DEVICE } from '../http/route-doc.ts';
import { serveWebSockets } from '../link/websocket.ts';

/**
 * Leave to measure the line to this hub, or the place in the queue for it; what a test that runs still needs; its end.
 * Errors: `hub-busy` where no responder runs or the queue is full, `not-found` without a session.
 */
export function linkSessionRoute(app: FastifyInstance, deps: HubDeps): void {
  if (deps.link) {
    const stop = serveWebSockets(app.server, deps.link.accept);
    app.addHook('preClose', async () => stop());
  }
  const authenticate = (request: Parameters<typeof authenticateDevice>[1]) => authenticateDevice(deps, request);
  addRoute(app, {
    method: 'POST',
    url: '/api/point/link-sessions',
    doc: {
      vi: 'Xin đo đường truyền, hoặc cho biết chỗ trong hàng chờ.',
      en: 'Leave to measure the line to this hub, or the place in the queue for it.',
      access: BY_DEVICE,
      errors: ['hub-busy'],
    },
    authenticate,
    body: linkAsk.nullish(),
    answer: linkAnswer,
    async handle({ who, body, reply }) {
      if (deps.link === null) return appErr('hub-busy');
      const gone = goneOf(reply);
      const answer = await deps.link.ask(who.id, body ?? {}, gone);
      // Nobody would use what was set aside.
      if (gone.aborted && answer.ok && !('waiting' in answer.value)) deps.link.leave(who.id);
      return answer;
    },
  });
  addRoute(app, {
    method: 'POST',
    url: '/api/point/link-sessions/rates',
    doc: {
      vi: 'Phép đo đang chạy còn cần bao nhiêu đường truyền.',
      en: 'What a test that runs still needs of the line.',
      access: BY_DEVICE,
      errors: ['not-found'],
    },
    authenticate,
    body: linkNeed,
    answer: linkNeed,
    async handle({ who, body }) {
      const set = deps.link === null ? appErr('not-found') : deps.link.need(who.id, body.mostMbps);
      return set.ok ? ok({ mostMbps: set.value }) : set;
    },
  });
  addRoute(app, {
    method: 'DELETE',
    url: '/api/point/link-sessions',
    doc: {
      vi: 'Kết thúc phép đo hoặc rời hàng chờ.',
      en: 'Ends the test, or leaves the queue.',
      access: BY_DEVICE,
    },
    authenticate,
    async handle({ who }) {
      deps.link?.leave(who.id);
      return ok(null);
    },
  });
}
