import type { FastifyInstance } from 'fastify';
import { ok } from '../../../shared/result.ts';
import { authenticateReader } from '../auth/reader.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, HANDLED } from '../http/route.ts';
import { byToken } from '../http/route-doc.ts';
import { exposition, METRICS_TYPE } from '../metrics/exposition.ts';
import { linkFacts } from '../metrics/link-facts.ts';
import { watchProcess } from '../metrics/process-facts.ts';
import { provinceFacts } from '../metrics/province-facts.ts';
import { countRequests } from '../metrics/request-counts.ts';

/** What a monitoring system asks every few seconds. Also on loopback only with a token: behind a balancer everybody is loopback. */
export function metricsRoute(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock, link } = deps;
  const requests = countRequests(app);
  const watched = watchProcess();
  app.addHook('onClose', async () => watched.stop());
  addRoute(app, {
    method: 'GET',
    url: '/api/metrics',
    doc: {
      vi: 'Số đo vận hành của máy chủ, dạng văn bản của Prometheus.',
      en: 'Metrics of the hub in Prometheus’ text format.',
      access: byToken('metrics:read', 'maintain'),
      produces: ['text/plain'],
    },
    authenticate: (request) => authenticateReader(deps, request, 'metrics:read', 'maintain'),
    async handle({ reply }) {
      const ofLink = link === null ? [] : linkFacts(link.stats());
      const families = [...watched.facts(), ...requests(), ...ofLink, ...(await provinceFacts(db, clock.now()))];
      reply.type(METRICS_TYPE).header('cache-control', 'no-store').send(exposition(families));
      return ok(HANDLED);
    },
  });
}
