import type { FastifyInstance } from 'fastify';
import { appErr } from '../../../shared/errors.ts';
import { linkGrant } from '../../../shared/protocol/link-session.ts';
import { authenticateDevice } from '../auth/device.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';

/** Leave to measure the line to this hub. Error: `hub-busy` where no responder runs, or as many tests run as it bears. */
export function linkSessionRoute(app: FastifyInstance, deps: HubDeps): void {
  addRoute(app, {
    method: 'POST',
    url: '/api/point/link-sessions',
    authenticate: (request) => authenticateDevice(deps, request),
    answer: linkGrant,
    handle: async () => (deps.link === null ? appErr('hub-busy') : deps.link.grant()),
  });
}
