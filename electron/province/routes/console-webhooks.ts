import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  deliveryList,
  newWebhook,
  replayed,
  replayRequest,
  webhookList,
  webhookMade,
  webhookSecret,
  webhookState,
  webhookTest,
} from '../../../shared/protocol/webhooks.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateChange } from '../auth/member-change.ts';
import { authenticateMember, type Member } from '../auth/session.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';
import {
  addWebhook,
  describeDeliveries,
  describeWebhooks,
  removeWebhook,
  replaceSecret,
  replay,
  setRunning,
  testWebhook,
} from '../webhooks/manage.ts';
import { createSender } from '../webhooks/send.ts';

const URL = '/api/console/webhooks';
const params = z.object({ id: z.string().min(1).max(64) });

/** Which other systems are told what, and what became of it. */
export function webhookRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  const sender = createSender();
  app.addHook('onClose', () => sender.close());
  const access = bySession('integrate');
  const doing = (who: Member) => ({ actor: `account:${who.username}`, now: clock.now() });
  const read = {
    method: 'GET',
    authenticate: (r: FastifyRequest) => authenticateMember(deps, r, 'integrate'),
  } as const;
  const change = {
    method: 'POST',
    authenticate: (r: FastifyRequest) => authenticateChange(deps, r, 'integrate'),
  } as const;
  addRoute(app, {
    ...read,
    url: URL,
    doc: { vi: 'Các webhook và tình trạng của chúng.', en: 'The webhooks and how they stand.', access },
    answer: webhookList,
    handle: async () => ok({ webhooks: await describeWebhooks(db, clock.now()) }),
  });
  addRoute(app, {
    ...change,
    url: URL,
    doc: {
      vi: 'Thêm webhook; khóa ký chỉ hiện một lần.',
      en: 'Adds a webhook; its secret is said once.',
      access,
      errors: ['webhook-address'],
    },
    body: newWebhook,
    answer: webhookMade,
    handle: ({ body, who }) => addWebhook(db, body, doing(who)),
  });
  addRoute(app, {
    ...change,
    method: 'DELETE',
    url: `${URL}/:id`,
    doc: { vi: 'Xóa webhook.', en: 'Removes a webhook.', access, errors: ['not-found'] },
    params,
    handle: ({ params: { id }, who }) => removeWebhook(db, id, doing(who)),
  });
  addRoute(app, {
    ...change,
    url: `${URL}/:id/state`,
    doc: {
      vi: 'Dừng hoặc chạy lại webhook.',
      en: 'Stops a webhook or starts it again.',
      access,
      errors: ['not-found'],
    },
    params,
    body: webhookState,
    handle: ({ params: { id }, body, who }) => setRunning(db, id, body.running, doing(who)),
  });
  addRoute(app, {
    ...change,
    url: `${URL}/:id/secret`,
    doc: {
      vi: 'Đổi khóa ký; khóa cũ còn ký kèm một ngày.',
      en: 'Replaces the secret; the old one signs beside it for a day.',
      access,
      errors: ['not-found'],
    },
    params,
    answer: webhookSecret,
    handle: ({ params: { id }, who }) => replaceSecret(db, id, doing(who)),
  });
  addRoute(app, {
    ...change,
    url: `${URL}/:id/test`,
    doc: { vi: 'Gửi thử ngay một thông báo.', en: 'Sends a test message at once.', access, errors: ['not-found'] },
    options: { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
    params,
    answer: webhookTest,
    handle: ({ params: { id } }) => testWebhook({ db, clock, sender }, id),
  });
  addRoute(app, {
    ...read,
    url: `${URL}/:id/deliveries`,
    doc: {
      vi: 'Các thông báo gần đây, mới nhất trước.',
      en: 'The recent messages, the newest first.',
      access,
      errors: ['not-found'],
    },
    params,
    answer: deliveryList,
    handle: ({ params: { id } }) => describeDeliveries(db, id),
  });
  addRoute(app, {
    ...change,
    url: `${URL}/:id/replays`,
    doc: {
      vi: 'Gửi lại một thông báo, hoặc mọi thông báo đã bỏ.',
      en: 'Tells one message again, or all that were given up.',
      access,
      errors: ['not-found'],
    },
    params,
    body: replayRequest,
    answer: replayed,
    handle: ({ params: { id }, body, who }) => replay(db, id, body.position, doing(who)),
  });
}
