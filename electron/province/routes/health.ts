import type { FastifyInstance } from 'fastify';
import { type Health, health } from '../../../shared/protocol/health.ts';
import { ok } from '../../../shared/result.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, anyone } from '../http/route.ts';

export function healthRoute(app: FastifyInstance, { hub, clock }: HubDeps): void {
  addRoute(app, {
    method: 'GET',
    url: '/api/health',
    authenticate: anyone,
    answer: health,
    handle: async () => ok<Health>({ service: 'diem-cau', hubId: hub.id, serverTime: clock.now() }),
  });
}
