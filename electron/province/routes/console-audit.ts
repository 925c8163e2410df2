import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { auditFilter, auditPage, auditQuery } from '../../../shared/protocol/audit.ts';
import { ok } from '../../../shared/result.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { auditCsv } from '../audit/csv.ts';
import { addAudit, findAudit, listAuditActions } from '../db/audit.ts';
import type { HubDeps } from '../deps.ts';
import { doingOf, memberRoute } from '../http/member-route.ts';
import { HANDLED } from '../http/route.ts';

/** The most lines one file holds: what a spreadsheet takes, with room to spare. */
const CSV_LINES = 200_000;

/** Who did what. */
export function auditRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db } = deps;
  memberRoute(app, deps, {
    method: 'GET',
    url: '/api/console/audit',
    doc: {
      vi: 'Một trang nhật ký thao tác, mới nhất trước.',
      en: 'A page of the audit log, the newest first.',
    },
    right: 'audit',
    query: auditQuery,
    answer: auditPage,
    async handle({ query: { after, limit, ...filter } }) {
      const page = await findAudit(db, filter, after ?? null, limit);
      return ok({ ...page, actions: [...(await listAuditActions(db))] });
    },
  });
  memberRoute(app, deps, {
    method: 'GET',
    url: '/api/console/audit/file',
    doc: {
      vi: 'Nhật ký thao tác thành tệp CSV.',
      en: 'The audit log as a CSV file.',
      produces: ['text/csv'],
    },
    right: 'audit',
    query: auditFilter.extend({ lang: z.enum(['vi', 'en']).default('vi') }),
    async handle({ query: { lang, ...filter }, who, reply }) {
      const { actor, now: at } = doingOf(deps, who);
      const { entries } = await findAudit(db, filter, null, CSV_LINES);
      await addAudit(db, { at, actor, action: 'audit-read', subject: 'audit', detail: { lines: entries.length } });
      reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="audit.csv"')
        .send(auditCsv(entries, createTranslator(lang)));
      return ok(HANDLED);
    },
  });
}
