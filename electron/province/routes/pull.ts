import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { meetingId } from '../../../shared/meeting/meeting.ts';
import type { Scope } from '../../../shared/protocol/api-tokens.ts';
import {
  entriesQuery,
  meetingsQuery,
  pointsQuery,
  pulledAttendance,
  pulledEntries,
  pulledMeetings,
  pulledPoints,
  pulledReadiness,
  rowsQuery,
} from '../../../shared/protocol/pull.ts';
import type { Right } from '../../../shared/protocol/rights.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { rollCall } from '../attendance/roll-call.ts';
import { withoutNumbers } from '../attendance/without-numbers.ts';
import { authenticateReader, mayCall, type Reader } from '../auth/reader.ts';
import { addAudit } from '../db/audit.ts';
import { listMeetings } from '../db/meetings.ts';
import { pagePoints } from '../db/points-page.ts';
import type { HubDeps } from '../deps.ts';
import { sendTagged } from '../http/etag.ts';
import { addRoute, HANDLED } from '../http/route.ts';
import { byToken } from '../http/route-doc.ts';
import { entriesPage } from '../pull/entries-page.ts';
import { deltaOf } from '../pull/row-delta.ts';
import { readinessReport } from '../reports/readiness.ts';

const params = z.object({ id: meetingId });
const CURSORS = ['cursor-unknown', 'cursor-expired'] as const;
const LIMITED = { config: { rateLimit: { max: 600, timeWindow: '1 minute' } } };

/** What other systems pull: snapshots, and from a cursor on only what changed. Every answer has a strong ETag. */
export function pullRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  const reads = (scope: Scope, right: Right) => ({
    method: 'GET' as const,
    options: LIMITED,
    authenticate: (request: FastifyRequest) => authenticateReader(deps, request, scope, right),
    doc: { access: byToken(scope, right), etag: true },
  });
  const meetings = reads('meetings:read', 'read');
  addRoute(app, {
    ...meetings,
    url: '/api/v1/meetings',
    doc: { ...meetings.doc, vi: 'Các cuộc họp, mới nhất trước.', en: 'The meetings, the newest by start first.' },
    query: meetingsQuery,
    answer: pulledMeetings,
    handle: async ({ query, request, reply }) =>
      tagged(request, reply, ok({ meetings: await listMeetings(db, query.limit) })),
  });
  const points = reads('points:read', 'read');
  addRoute(app, {
    ...points,
    url: '/api/v1/points',
    doc: { ...points.doc, vi: 'Các điểm cầu theo mã, từng trang.', en: 'The points by code, page by page.' },
    query: pointsQuery,
    answer: pulledPoints,
    async handle({ query, request, reply }) {
      const found = await pagePoints(db, query.after, query.limit + 1);
      const page = found.slice(0, query.limit);
      return tagged(request, reply, ok({ points: page, more: page.length < found.length }));
    },
  });
  const readiness = reads('readiness:read', 'read');
  addRoute(app, {
    ...readiness,
    url: '/api/v1/meetings/:id/readiness',
    doc: {
      ...readiness.doc,
      vi: 'Tình trạng sẵn sàng của các điểm cầu: toàn bộ, hoặc những dòng đã đổi sau con trỏ.',
      en: 'Where the points stand before a meeting: all rows, or those that changed since a cursor.',
      errors: ['meeting-unknown', ...CURSORS],
    },
    params,
    query: rowsQuery,
    answer: pulledReadiness,
    async handle({ who, params: { id }, query, request, reply }) {
      const report = await readinessReport(db, id, clock.now());
      if (report === null) return appErr('meeting-unknown');
      const { meeting, checklist, rows } = report;
      const series = { resource: 'readiness', meetingId: id };
      const delta = await deltaOf(db, series, rows, ({ lastContactAt: _, ...row }) => row, asked(query));
      if (delta.ok && query.since === undefined) await note(who, 'readiness', id);
      return tagged(request, reply, delta.ok ? ok({ meeting, checklist, ...delta.value }) : delta);
    },
  });
  const attendance = reads('attendance:read', 'read');
  addRoute(app, {
    ...attendance,
    url: '/api/v1/meetings/:id/attendance',
    doc: {
      ...attendance.doc,
      vi: 'Điểm danh theo bốn trục: toàn bộ, hoặc những dòng đã đổi sau con trỏ.',
      en: 'The roll call on its four axes: all rows, or those that changed since a cursor.',
      errors: ['meeting-unknown', ...CURSORS],
    },
    params,
    query: rowsQuery,
    answer: pulledAttendance,
    async handle({ who, params: { id }, query, request, reply }) {
      const report = await rollCall(db, id, clock.now());
      if (report === null) return appErr('meeting-unknown');
      const { meeting, closedAt, rows } = report;
      const delta = await deltaOf(db, { resource: 'attendance', meetingId: id }, rows, (row) => row, asked(query));
      if (delta.ok && query.since === undefined) await note(who, 'attendance', id);
      if (!delta.ok) return tagged(request, reply, delta);
      // Only now: what changed must not depend on who asks.
      const shown = mayCall(who) ? delta.value.rows : withoutNumbers(delta.value.rows);
      return tagged(request, reply, ok({ meeting, closedAt, ...delta.value, rows: shown }));
    },
  });
  const entries = reads('entries:read', 'discipline');
  addRoute(app, {
    ...entries,
    url: '/api/v1/entries',
    doc: {
      ...entries.doc,
      vi: 'Các bản ghi đã ký, theo thứ tự nhận được, sau con trỏ.',
      en: 'The signed entries in the order they came in, from a cursor on.',
      errors: CURSORS,
    },
    query: entriesQuery,
    answer: pulledEntries,
    async handle({ who, query, request, reply }) {
      const page = await entriesPage(db, { ...asked(query), meeting: query.meeting });
      if (page.ok && query.since === undefined) await note(who, 'entries', query.meeting ?? 'all');
      return tagged(request, reply, page);
    },
  });

  /** The whole names people: who took it is written down. What changed since is not, each few seconds. */
  async function note({ name: actor }: Reader, what: string, meeting: string): Promise<void> {
    await addAudit(db, { at: clock.now(), actor, action: `${what}-pulled`, subject: `meeting:${meeting}` });
  }
}

function asked({ since, limit }: { since?: string | undefined; limit: number }) {
  return { since, limit };
}

function tagged<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Result<T, AppError>,
): Result<typeof HANDLED, AppError> {
  if (!answer.ok) return answer;
  sendTagged(request, reply, answer.value);
  return ok(HANDLED);
}
