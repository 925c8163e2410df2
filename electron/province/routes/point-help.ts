import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { askAnswer, helpQuery, pointHelp, presenceRequest } from '../../../shared/protocol/point-help.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateDevice } from '../auth/device.ts';
import { noteAppVersion, putChecking } from '../db/checking.ts';
import { touchPoint } from '../db/points.ts';
import { currentPolicy } from '../db/policies.ts';
import type { HubDeps } from '../deps.ts';
import { answerAsk } from '../help/ask.ts';
import { type Bell, createBell } from '../help/bell.ts';
import { noteDelivered, openHelp } from '../help/board.ts';
import { invited } from '../help/invited.ts';
import { addRoute } from '../http/route.ts';
import { BY_DEVICE } from '../http/route-doc.ts';

/** What the province asks of a point, its answers, and that checks run there. */
export function pointHelpRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock, live } = deps;
  const closing = new AbortController();
  const bell = createBell(live);
  app.addHook('preClose', async () => closing.abort());
  const authenticate = (request: Parameters<typeof authenticateDevice>[1]) => authenticateDevice(deps, request);
  addRoute(app, {
    method: 'GET',
    url: '/api/point/help',
    doc: {
      vi: 'Những gì tỉnh đề nghị điểm cầu; chờ được đến khi có thay đổi.',
      en: 'What the province asks of the point; waits for a change if told to.',
      access: BY_DEVICE,
    },
    authenticate,
    query: helpQuery,
    answer: pointHelp,
    async handle({ who, query, reply }) {
      // Listens before it looks: what is asked in between is not missed.
      const change = changeOf(bell, who.pointCode, closing.signal, reply);
      let help = await openHelp(db, who.pointCode, clock.now());
      if (help.tag === query.seen && query.wait > 0) {
        await change.within(query.wait * 1000);
        help = await openHelp(db, who.pointCode, clock.now());
      }
      change.stop();
      for (const { meetingId, point } of await noteDelivered(db, help.asks, clock.now()))
        live.publish({ kind: 'help', meetingId, point });
      return ok(help);
    },
  });
  addRoute(app, {
    method: 'POST',
    url: '/api/point/help/:id/answer',
    doc: {
      vi: 'Điểm cầu trả lời một đề nghị của tỉnh.',
      en: 'The point answers what it was asked.',
      access: BY_DEVICE,
      errors: ['not-found', 'ask-over'],
    },
    authenticate,
    params: z.object({ id: z.string().min(1).max(64) }),
    body: askAnswer,
    async handle({ who, params, body }) {
      const from = { point: who.pointCode, device: who.id, now: clock.now() };
      const answered = await answerAsk(db, params.id, body, from);
      if (!answered.ok) return answered;
      const { meetingId, point } = answered.value;
      live.publish({ kind: 'help', meetingId, point });
      return ok(null);
    },
  });
  addRoute(app, {
    method: 'POST',
    url: '/api/point/presence',
    doc: {
      vi: 'Điểm cầu báo đang kiểm tra mục nào; không phải là hồ sơ.',
      en: 'The point tells which checks run there now; it is no record.',
      access: BY_DEVICE,
    },
    authenticate,
    body: presenceRequest,
    async handle({ who, body: { meetingId, checks, appVersion } }) {
      const now = clock.now();
      await touchPoint(db, who.pointCode, now);
      await noteAppVersion(db, who.id, appVersion);
      if (meetingId === null || !(await invited(db, meetingId, who.pointCode)).ok) return ok(null);
      const { checkingSeconds } = (await currentPolicy(db)).help;
      const until = checks.length === 0 ? now : now + checkingSeconds * 1000;
      await putChecking(db, { point_code: who.pointCode, device_id: who.id, meeting_id: meetingId, until });
      live.publish({ kind: 'checking', meetingId, point: who.pointCode, until });
      return ok(null);
    },
  });
}

interface Change {
  /** Resolves when something changes for the point, after `ms`, or when nobody waits any more. */
  readonly within: (ms: number) => Promise<void>;
  readonly stop: () => void;
}

function changeOf(bell: Bell, point: string, closing: AbortSignal, reply: FastifyReply): Change {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end = (): void => undefined;
  const changed = new Promise<void>((resolve) => {
    end = resolve;
  });
  const unsubscribe = bell.listen(point, end);
  reply.raw.on('close', end);
  closing.addEventListener('abort', end);
  if (closing.aborted) end();
  const stop = (): void => {
    clearTimeout(timer);
    unsubscribe();
    reply.raw.off('close', end);
    closing.removeEventListener('abort', end);
  };
  return {
    within(ms) {
      timer = setTimeout(end, ms);
      return changed;
    },
    stop,
  };
}
