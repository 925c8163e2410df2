import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { appErr } from '../../../shared/errors.ts';
import { readiness } from '../../../shared/protocol/health.ts';
import { ok } from '../../../shared/result.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, anyone } from '../http/route.ts';
import { BY_ANYONE } from '../http/route-doc.ts';

const MOST_MS = 3000;

/** Whether this hub can do its work, for a balancer or a supervisor. `/api/health` says only that it is there. */
export function readyRoute(app: FastifyInstance, { db, log }: HubDeps): void {
  addRoute(app, {
    method: 'GET',
    url: '/api/health/ready',
    doc: {
      vi: 'Cho biết máy chủ dùng được cơ sở dữ liệu và phục vụ được.',
      en: 'Tells whether the hub reaches its database and can serve.',
      access: BY_ANYONE,
      errors: ['hub-storage-failed'],
    },
    authenticate: anyone,
    answer: readiness,
    async handle({ reply }) {
      reply.header('cache-control', 'no-store');
      const reached = sql`select id from hub`.execute(db).then(({ rows }) => rows.length === 1);
      const answered = await Promise.race([reached, after(MOST_MS)]).catch((error: unknown) => {
        log.warn({ err: error }, 'the database cannot be reached');
        return false;
      });
      return answered ? ok({ ready: true as const }) : appErr('hub-storage-failed');
    },
  });
}

function after(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
  });
}
