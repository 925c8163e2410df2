import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { feed, feedQuery } from '../../../shared/protocol/feed.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateDevice } from '../auth/device.ts';
import { noteKnown } from '../db/devices.ts';
import { touchPoint } from '../db/points.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, HANDLED } from '../http/route.ts';
import { BY_DEVICE } from '../http/route-doc.ts';
import { feedOf } from '../point-feed.ts';

/** All a point needs to work. The ETag covers everything but the hub's clock. */
export function feedRoute(app: FastifyInstance, deps: HubDeps): void {
  addRoute(app, {
    method: 'GET',
    url: '/api/point/feed',
    doc: {
      vi: 'Mọi thứ điểm cầu cần để làm việc: cuộc họp, danh sách lãnh đạo, ngưỡng đánh giá.',
      en: 'All a point needs to work: meetings, roster, policy.',
      access: BY_DEVICE,
      etag: true,
    },
    authenticate: (request) => authenticateDevice(deps, request),
    query: feedQuery,
    answer: feed,
    async handle({ who, query, request, reply }) {
      const now = deps.clock.now();
      await touchPoint(deps.db, who.pointCode, now);
      if (query.head !== undefined && query.head <= who.head.seq) await noteKnown(deps.db, who.id, now);
      const content = await feedOf(deps.db, deps.hub, who.pointCode, now);
      const etag = `"${createHash('sha256').update(JSON.stringify(content)).digest('base64url')}"`;
      reply.header('etag', etag).header('cache-control', 'no-cache');
      if (request.headers['if-none-match'] === etag) {
        reply.code(304).send();
        return ok(HANDLED);
      }
      return ok({ serverTime: now, ...content });
    },
  });
}
