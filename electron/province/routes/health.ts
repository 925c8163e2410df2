import type { FastifyInstance } from 'fastify';
import { type Health, health } from '../../../shared/protocol/health.ts';
import { ok } from '../../../shared/result.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, anyone } from '../http/route.ts';
import { BY_ANYONE } from '../http/route-doc.ts';

export function healthRoute(app: FastifyInstance, { hub, clock }: HubDeps): void {
  addRoute(app, {
    method: 'GET',
    url: '/api/health',
    doc: {
      vi: 'Cho biết ở đây có máy chủ của tỉnh, mã và đồng hồ của nó.',
      en: 'Tells that a hub answers here, which one, and its clock.',
      access: BY_ANYONE,
    },
    authenticate: anyone,
    answer: health,
    handle: async () => ok<Health>({ service: 'diem-cau', hubId: hub.id, serverTime: clock.now() }),
  });
}
