import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import {
  type PeriodReportQuery,
  periodOf,
  periodReportAnswer,
  periodReportQuery,
  type ReadinessReportQuery,
  readinessReportAnswer,
  readinessReportQuery,
} from '../../../shared/protocol/reports.ts';
import type { Right } from '../../../shared/protocol/rights.ts';
import type { ReportKind } from '../../../shared/reports/model.ts';
import { ok } from '../../../shared/result.ts';
import { formatDate } from '../../../shared/strings/format.ts';
import { authenticateReader, mayCall, type Reader } from '../auth/reader.ts';
import { addAudit } from '../db/audit.ts';
import type { HubDeps } from '../deps.ts';
import { goneOf } from '../http/gone.ts';
import { addRoute, HANDLED } from '../http/route.ts';
import { byToken } from '../http/route-doc.ts';
import { MEDIA_TYPES } from '../reports/formats/render.ts';
import type { AskedReport } from '../reports/make-report.ts';

/** Lateness, absences and causes are for those who judge them; the rest is for whoever may read. */
const RIGHTS = { readiness: 'read', discipline: 'discipline', devices: 'read' } as const satisfies Record<
  ReportKind,
  Right
>;

/** Reports for people at the console and, by token, for other systems. */
export function reportRoutes(app: FastifyInstance, deps: HubDeps): void {
  addReport(app, deps, 'readiness', {
    vi: 'Báo cáo tình trạng sẵn sàng của một cuộc họp.',
    en: 'The readiness report of a meeting.',
    query: readinessReportQuery,
    answer: readinessReportAnswer,
    asked: (query, _now, who) => ({
      ...{ kind: 'readiness' as const, meeting: query.meeting, narrowed: narrowedBy(query) },
      contacts: mayCall(who),
    }),
  });
  const period = { query: periodReportQuery, answer: periodReportAnswer };
  addReport(app, deps, 'discipline', {
    vi: 'Báo cáo kỷ luật, kỷ cương dự họp của một cuộc họp hay một kỳ.',
    en: 'The discipline report of a meeting or a period.',
    ...period,
    asked: (query, now) => ({ kind: 'discipline', ...periodAsked(query, now) }),
  });
  addReport(app, deps, 'devices', {
    vi: 'Báo cáo thiết bị và đường truyền của một cuộc họp hay một kỳ.',
    en: 'The report on devices and line of a meeting or a period.',
    ...period,
    asked: (query, now) => ({ kind: 'devices', ...periodAsked(query, now) }),
  });
}

type AnyQuery = ReadinessReportQuery | PeriodReportQuery;

function narrowedBy({ cluster, point }: AnyQuery): AskedReport['narrowed'] {
  return { cluster: cluster ?? null, point: point ?? null };
}

function periodAsked(query: PeriodReportQuery, now: number) {
  return { meeting: query.meeting ?? null, ...periodOf(query, now), narrowed: narrowedBy(query) };
}

function addReport<Query extends AnyQuery, Answer>(
  app: FastifyInstance,
  deps: HubDeps,
  kind: ReportKind,
  spec: {
    readonly vi: string;
    readonly en: string;
    readonly query: z.ZodType<Query>;
    readonly answer: z.ZodType<Answer>;
    readonly asked: (query: Query, now: number, who: Reader) => AskedReport;
  },
): void {
  addRoute(app, {
    method: 'GET',
    url: `/api/reports/${kind}`,
    doc: {
      vi: spec.vi,
      en: spec.en,
      access: byToken('reports:read', RIGHTS[kind]),
      errors: ['meeting-unknown', 'hub-busy'],
      produces: ['text/csv', MEDIA_TYPES.xlsx, MEDIA_TYPES.pdf],
    },
    authenticate: (request) => authenticateReader(deps, request, 'reports:read', RIGHTS[kind]),
    query: spec.query,
    answer: spec.answer,
    async handle({ who, query, reply }) {
      const now = deps.clock.now();
      const { lang, format, section, cluster, point } = query;
      const order = { asked: spec.asked(query, now, who), now, lang, format, section };
      const printed = await deps.press.print(order, goneOf(reply));
      if (!printed.ok) return printed;
      const body = printed.value;
      const subject = query.meeting === undefined ? 'period' : `meeting:${query.meeting}`;
      // The report names people: who took it is written down.
      await addAudit(deps.db, {
        ...{ at: now, actor: who.name, action: 'report-read', subject },
        detail: { kind, format, ...(cluster && { cluster }), ...(point && { point }) },
      }).catch((error: unknown) => {
        body.destroy();
        throw error;
      });
      reply.header('cache-control', 'no-store').type(MEDIA_TYPES[format]);
      if (format !== 'json')
        reply.header('content-disposition', `attachment; filename="${fileName(kind, query, now)}"`);
      reply.send(body);
      return ok(HANDLED);
    },
  });
}

/** Plain letters only: what else a header may hold, each browser reads in its own way. */
export function fileName(
  kind: ReportKind,
  query: Pick<AnyQuery, 'meeting' | 'format' | 'section'> & Pick<PeriodReportQuery, 'from' | 'to'>,
  now: number,
): string {
  const { meeting, format, section } = query;
  // Without its days the report of one month would lie in the folder as that of another.
  const { from, to } = periodOf(query, now);
  const about = meeting === undefined ? [isoDay(from), isoDay(to)] : [meeting];
  const parts = [kind, ...about, format === 'csv' ? section : undefined].filter((part) => part !== undefined);
  return `${parts.join('-').replace(/[^\w-]/g, '_')}.${format}`;
}

/** `2026-01-31`, by the calendar in Vietnam. */
function isoDay(at: number): string {
  return formatDate(at).split('/').reverse().join('-');
}
