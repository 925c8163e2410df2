import type { FastifyInstance } from 'fastify';
import { updateReport } from '../../../shared/protocol/releases.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateDevice } from '../auth/device.ts';
import { putUpdateReport } from '../db/releases.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { BY_DEVICE } from '../http/route-doc.ts';

/** What a point does about a release: for the province to see before it releases it for the rest. */
export function updateReportRoute(app: FastifyInstance, deps: HubDeps): void {
  addRoute(app, {
    method: 'POST',
    url: '/api/point/update',
    doc: {
      vi: 'Điểm cầu báo việc cập nhật phần mềm đến đâu; không phải là hồ sơ.',
      en: 'The point tells how far it has got with an update; it is no record.',
      access: BY_DEVICE,
    },
    authenticate: (request) => authenticateDevice(deps, request),
    body: updateReport,
    async handle({ who, body }) {
      await putUpdateReport(deps.db, who.id, body, deps.clock.now());
      return ok(null);
    },
  });
}
