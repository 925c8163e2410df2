import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { meetingId, pointCode } from '../../../shared/meeting/meeting.ts';
import { minutesDocument } from '../../../shared/minutes/document.ts';
import { sealCheck, sealQuery } from '../../../shared/protocol/minutes.ts';
import { ok } from '../../../shared/result.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { pdfBytes } from '../../pdf/render.ts';
import { authenticateMember } from '../auth/session.ts';
import { addAudit } from '../db/audit.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, HANDLED } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';
import { checkSeal } from '../minutes/check-seal.ts';
import { provinceMinutes } from '../minutes/gather.ts';

/** The record of a meeting at one point, and whether a printed one is what the hub holds. */
export function minutesRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  addRoute(app, {
    method: 'GET',
    url: '/api/console/meetings/:id/minutes/:point',
    doc: {
      vi: 'Biên bản kiểm tra kỹ thuật và dự họp của một điểm cầu (PDF).',
      en: 'The record of technical check and attendance of one point (PDF).',
      access: bySession('discipline'),
      errors: ['not-found'],
      produces: ['application/pdf'],
    },
    // It holds explanations and rulings with their reasons: discipline notes.
    authenticate: (request) => authenticateMember(deps, request, 'discipline'),
    params: z.object({ id: meetingId, point: pointCode }),
    query: z.object({ lang: z.enum(['vi', 'en']).default('vi') }),
    async handle({ who, params, query, reply }) {
      const now = clock.now();
      const minutes = await provinceMinutes(db, params.id, params.point, now);
      if (minutes === null) return appErr('not-found');
      const subject = `meeting:${params.id} point:${params.point}`;
      await addAudit(db, { at: now, actor: `account:${who.username}`, action: 'minutes-read', subject });
      const pdf = await pdfBytes(minutesDocument(minutes, createTranslator(query.lang)));
      const file = `minutes-${params.point}-${params.id.replace(/[^\w-]/g, '_')}.pdf`;
      reply
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(pdf);
      return ok(HANDLED);
    },
  });
  addRoute(app, {
    method: 'GET',
    url: '/api/console/minutes-check',
    doc: {
      vi: 'Đối chiếu mã của biên bản với những gì tỉnh đang giữ.',
      en: 'Compares the code of a printed record with what the hub holds.',
      access: bySession('read'),
      errors: ['meeting-unknown', 'not-found'],
    },
    authenticate: (request) => authenticateMember(deps, request, 'read'),
    query: sealQuery,
    answer: sealCheck,
    handle: ({ query }) => checkSeal(db, query.seal),
  });
}
