import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { meetingId } from '../../../shared/meeting/meeting.ts';
import { readinessReport as reportSchema } from '../../../shared/protocol/console.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { authenticateApiToken } from '../auth/api-token.ts';
import { authenticateMember } from '../auth/session.ts';
import { addAudit } from '../db/audit.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, HANDLED } from '../http/route.ts';
import { byToken } from '../http/route-doc.ts';
import { readinessReport } from '../reports/readiness.ts';
import { readinessCsv } from '../reports/readiness-csv.ts';

const query = z.object({
  meeting: meetingId,
  format: z.enum(['json', 'csv']).default('json'),
  lang: z.enum(['vi', 'en']).default('vi'),
});

/** Reports for people at the console and, by token, for other systems. */
export function reportRoutes(app: FastifyInstance, deps: HubDeps): void {
  addRoute(app, {
    method: 'GET',
    url: '/api/reports/readiness',
    doc: {
      vi: 'Báo cáo tình trạng sẵn sàng của một cuộc họp.',
      en: 'The readiness report of a meeting.',
      access: byToken('reports:read', 'read'),
      errors: ['meeting-unknown'],
      produces: ['text/csv'],
    },
    authenticate: (request) => authenticateReader(deps, request),
    query,
    answer: reportSchema,
    async handle({ who, query: { meeting, format, lang }, reply }) {
      const now = deps.clock.now();
      const report = await readinessReport(deps.db, meeting, now);
      if (report === null) return appErr('meeting-unknown');
      // The report names people: who took it is written down.
      await addAudit(deps.db, { at: now, actor: who, action: 'report-read', subject: `meeting:${meeting}` });
      reply.header('cache-control', 'no-store');
      if (format === 'json') return ok(report);
      const file = `readiness-${meeting.replace(/[^\w-]/g, '_')}.csv`;
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(readinessCsv(report, createTranslator(lang)));
      return ok(HANDLED);
    },
  });
}

/** A session, or a token with `reports:read`; answers the name for the audit log. */
async function authenticateReader(deps: HubDeps, request: FastifyRequest): Promise<Result<string, AppError>> {
  if (request.headers.authorization !== undefined) {
    const token = await authenticateApiToken(deps, request, 'reports:read');
    return token.ok ? ok(`token:${token.value.name}`) : token;
  }
  const member = await authenticateMember(deps, request, 'read');
  return member.ok ? ok(`account:${member.value.username}`) : member;
}
