import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { backupContent, maintenance, swept } from '../../../shared/protocol/maintenance.ts';
import { ok } from '../../../shared/result.ts';
import { checkBackup, contentOf } from '../backup/check.ts';
import { backupName } from '../backup/name.ts';
import { restore } from '../backup/restore.ts';
import { backupStream } from '../backup/write.ts';
import { addAudit, lastAudit } from '../db/audit.ts';
import { currentPolicy } from '../db/policies.ts';
import type { HubDeps } from '../deps.ts';
import { doingOf, memberRoute } from '../http/member-route.ts';
import { HANDLED } from '../http/route.ts';
import { sweep } from '../retention/sweep.ts';

const right = 'maintain';
const MOST_BYTES = 20 * 1024 ** 3;

/** Back-ups and what is deleted after its time. */
export function maintenanceRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, store } = deps;
  app.addContentTypeParser('application/gzip', (_request, body, done) => done(null, body));
  memberRoute(app, deps, {
    method: 'GET',
    url: '/api/console/maintenance',
    doc: {
      vi: 'Lần sao lưu gần nhất và thời hạn lưu giữ.',
      en: 'The last back-up, and what is kept for how long.',
    },
    right,
    answer: maintenance,
    async handle() {
      const [backup, deleted, { retention }] = [
        await lastAudit(db, 'backup-taken'),
        await lastAudit(db, 'retention-deleted'),
        await currentPolicy(db),
      ];
      return ok({
        database: store.database === undefined ? ('sqlite' as const) : ('postgres' as const),
        lastBackup: backup && { at: backup.at, actor: backup.actor },
        retention,
        lastSweep: deleted && { at: deleted.at, deleted: Number(deleted.detail.deleted) },
      });
    },
  });
  memberRoute(app, deps, {
    method: 'POST',
    url: '/api/console/retention/sweep',
    doc: {
      vi: 'Xóa ngay những gì đã hết thời hạn lưu giữ.',
      en: 'Deletes at once what was kept for its time.',
    },
    right,
    answer: swept,
    handle: async ({ who }) => ok({ deleted: await sweep(deps, doingOf(deps, who).actor) }),
  });
  backupRoutes(app, deps);
}

function backupRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, store } = deps;
  const given = {
    method: 'POST',
    right,
    body: z.instanceof(Readable),
    answer: backupContent,
    options: { bodyLimit: MOST_BYTES },
  } as const;
  memberRoute(app, deps, {
    method: 'GET',
    url: '/api/console/backup',
    doc: {
      vi: 'Tải toàn bộ dữ liệu của tỉnh thành một tệp.',
      en: 'All of the province’s data as one file.',
      produces: ['application/gzip'],
    },
    right,
    async handle({ who, reply }) {
      const { actor, now: at } = doingOf(deps, who);
      await addAudit(db, { at, actor, action: 'backup-taken', subject: 'province' });
      reply
        .type('application/gzip')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${backupName(at)}"`)
        .send(backupStream(store, at));
      return ok(HANDLED);
    },
  });
  memberRoute(app, deps, {
    ...given,
    url: '/api/console/backup/check',
    doc: {
      vi: 'Kiểm tra một tệp sao lưu mà không ghi gì.',
      en: 'Checks a back-up file and writes nothing.',
      errors: ['backup-corrupt'],
      consumes: ['application/gzip'],
    },
    handle: ({ body }) => checkBackup(body),
  });
  memberRoute(app, deps, {
    ...given,
    url: '/api/console/backup/restore',
    doc: {
      vi: 'Khôi phục một tỉnh còn trống từ tệp sao lưu.',
      en: 'Fills an empty province from a back-up.',
      errors: ['backup-corrupt', 'backup-newer', 'province-not-empty'],
      consumes: ['application/gzip'],
    },
    async handle({ body, who }) {
      const restored = await restore(db, store, body);
      if (!restored.ok) return restored;
      const { actor, now: at } = doingOf(deps, who);
      await addAudit(db, { at, actor, action: 'restored', subject: 'province' });
      deps.log.warn('the province was restored from a back-up: this hub must be started again');
      return ok(contentOf(restored.value));
    },
  });
}
