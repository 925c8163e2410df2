import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { isPostgres } from './db/dialect.ts';
import type { HubDeps } from './deps.ts';
import { compressLarge } from './http/compress-large.ts';
import { handleFailures } from './http/failure.ts';
import { logRequests } from './http/log-requests.ts';
import { sharedRates } from './http/shared-rates.ts';
import type { HttpsOptions } from './https-options.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { accountRoutes } from './routes/console-accounts.ts';
import { attendanceRoutes } from './routes/console-attendance.ts';
import { auditRoutes } from './routes/console-audit.ts';
import { enrolmentAdminRoutes } from './routes/console-enrolment.ts';
import { liveRoute } from './routes/console-live.ts';
import { maintenanceRoutes } from './routes/console-maintenance.ts';
import { meetingChangeRoutes } from './routes/console-meeting-changes.ts';
import { meetingRoutes } from './routes/console-meetings.ts';
import { minutesRoutes } from './routes/console-minutes.ts';
import { consolePage } from './routes/console-page.ts';
import { personDataRoutes } from './routes/console-person-data.ts';
import { pointAdminRoutes } from './routes/console-point-admin.ts';
import { pointRoutes } from './routes/console-points.ts';
import { policyRoutes } from './routes/console-policies.ts';
import { policyVersionsRoute } from './routes/console-policy-versions.ts';
import { releaseRoutes } from './routes/console-releases.ts';
import { rosterRoutes } from './routes/console-roster.ts';
import { sessionRoutes } from './routes/console-session.ts';
import { tokenRoutes } from './routes/console-tokens.ts';
import { updateRoutes } from './routes/console-updates.ts';
import { wallRoutes } from './routes/console-wall.ts';
import { webhookRoutes } from './routes/console-webhooks.ts';
import { healthRoute } from './routes/health.ts';
import { metricsRoute } from './routes/metrics.ts';
import { openapiRoute } from './routes/openapi.ts';
import { checkpointRoute } from './routes/point-checkpoint.ts';
import { enrolmentRoute } from './routes/point-enrolments.ts';
import { entriesRoute } from './routes/point-entries.ts';
import { feedRoute } from './routes/point-feed.ts';
import { pointHelpRoutes } from './routes/point-help.ts';
import { linkSessionRoute } from './routes/point-link-sessions.ts';
import { ownEntriesRoute } from './routes/point-own-entries.ts';
import { updateReportRoute } from './routes/point-update.ts';
import { pullRoutes } from './routes/pull.ts';
import { readyRoute } from './routes/ready.ts';
import { reportRoutes } from './routes/reports.ts';
import { serveUpdates } from './routes/updates.ts';

const ROUTES = [
  metricsRoute,
  healthRoute,
  readyRoute,
  enrolmentRoute,
  feedRoute,
  entriesRoute,
  checkpointRoute,
  ownEntriesRoute,
  linkSessionRoute,
  sessionRoutes,
  meetingRoutes,
  meetingChangeRoutes,
  policyVersionsRoute,
  attendanceRoutes,
  minutesRoutes,
  attachmentRoutes,
  pointRoutes,
  rosterRoutes,
  personDataRoutes,
  pointAdminRoutes,
  enrolmentAdminRoutes,
  policyRoutes,
  accountRoutes,
  auditRoutes,
  maintenanceRoutes,
  updateRoutes,
  releaseRoutes,
  liveRoute,
  wallRoutes,
  pointHelpRoutes,
  updateReportRoute,
  reportRoutes,
  pullRoutes,
  tokenRoutes,
  webhookRoutes,
  openapiRoute,
] as const;

/** The hub without a port: tests inject requests, `server.ts` listens. `https` only where it listens for TLS itself. */
export async function build(deps: HubDeps, https: HttpsOptions | null = null): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = deps.log;
  const app: FastifyInstance = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    // Limits count by address: behind a balancer only it knows whose.
    trustProxy: deps.proxy ?? false,
    // Fastify types an HTTPS server apart; what we register does not depend on it.
    ...(https && ({ https: { ...https, minVersion: 'TLSv1.2' } } as object)),
  });
  handleFailures(app);
  logRequests(app);
  compressLarge(app);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // The certificate is our own and the same machine may answer plain HTTP on loopback.
    strictTransportSecurity: false,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    global: false,
    ...(isPostgres(deps.db) && { store: sharedRates(deps.db, deps.clock.now) }),
  });
  await consolePage(app, deps);
  await serveUpdates(app, deps);
  for (const route of ROUTES) route(app, deps);
  return app;
}
