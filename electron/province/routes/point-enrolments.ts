import type { FastifyInstance } from 'fastify';
import { enrolRequest, enrolResponse } from '../../../shared/protocol/enrolment.ts';
import { ok } from '../../../shared/result.ts';
import type { HubDeps } from '../deps.ts';
import { enrolDevice } from '../enrolment/enrol-device.ts';
import { addRoute, anyone } from '../http/route.ts';
import { BY_ANYONE } from '../http/route-doc.ts';
import { hubFacts } from '../identity.ts';

/** A new device shows its one-time code and its public key. */
export function enrolmentRoute(app: FastifyInstance, deps: HubDeps): void {
  addRoute(app, {
    method: 'POST',
    url: '/api/point/enrolments',
    doc: {
      vi: 'Ghi danh một máy của điểm cầu bằng mã dùng một lần.',
      en: 'Enrols a device of a point by its one-time code.',
      access: BY_ANYONE,
      errors: ['enrolment-bad-code', 'enrolment-used', 'enrolment-expired'],
    },
    authenticate: anyone,
    body: enrolRequest,
    answer: enrolResponse,
    options: { config: { rateLimit: { max: deps.limits.enrolments, timeWindow: '1 minute' } } },
    async handle({ body }) {
      const now = deps.clock.now();
      const enrolled = await enrolDevice(deps.db, body, now);
      if (!enrolled.ok) return enrolled;
      const { id, name, publicKey } = await hubFacts(deps.db);
      const { deviceId, point } = enrolled.value;
      return ok({ deviceId, point, hub: { id, name, key: publicKey }, serverTime: now });
    },
  });
}
