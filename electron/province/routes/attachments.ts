import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { ATTACHMENT_TYPES, attachmentRef } from '../../../shared/events/authorisation.ts';
import { meetingId, pointCode } from '../../../shared/meeting/meeting.ts';
import { ok } from '../../../shared/result.ts';
import { readAttachment, takeAttachment } from '../attachments/attachments.ts';
import { authenticateDevice } from '../auth/device.ts';
import { authenticateMember } from '../auth/session.ts';
import { addAudit } from '../db/audit.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, HANDLED } from '../http/route.ts';
import { BY_DEVICE, bySession } from '../http/route-doc.ts';

/** Above what any policy allows: the policy's own limit is judged with words. */
const BODY_LIMIT = 21 * 1024 * 1024;
const { sha256 } = attachmentRef.shape;

/** Letters: from the point that holds them, to those who rule on them. */
export function attachmentRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  const types = [...ATTACHMENT_TYPES];
  app.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  addRoute(app, {
    method: 'POST',
    url: '/api/point/attachments/:sha256',
    doc: {
      vi: 'Nhận tệp văn bản mà một bản ghi đã nhận dẫn chiếu.',
      en: 'Takes the letter that an entry received before refers to.',
      access: BY_DEVICE,
      errors: ['entry-unknown', 'attachment-size', 'attachment-type'],
      consumes: types,
    },
    authenticate: (request) => authenticateDevice(deps, request),
    params: z.object({ sha256 }),
    body: z.instanceof(Uint8Array),
    answer: z.null(),
    options: { bodyLimit: BODY_LIMIT },
    async handle({ who, params, body, reply }) {
      const taken = await takeAttachment(db, who.pointCode, params.sha256, body, clock.now());
      if (!taken.ok) return taken;
      reply.type('application/json').send('null');
      return ok(HANDLED);
    },
  });
  addRoute(app, {
    method: 'GET',
    url: '/api/console/meetings/:id/attachments/:point/:sha256',
    doc: {
      vi: 'Tải tệp văn bản của một điểm cầu.',
      en: 'Downloads a letter of a point.',
      access: bySession('discipline'),
      errors: ['not-found'],
      produces: types,
    },
    authenticate: (request) => authenticateMember(deps, request, 'discipline'),
    params: z.object({ id: meetingId, point: pointCode, sha256 }),
    async handle({ who, params, reply }) {
      const { id, point } = params;
      const now = clock.now();
      const found = await readAttachment(db, { meetingId: id, point, sha256: params.sha256, now });
      if (found === undefined) return appErr('not-found');
      const subject = `meeting:${id} point:${point}`;
      await addAudit(db, { at: now, actor: `account:${who.username}`, action: 'attachment-read', subject });
      const file = `letter-${point}-${params.sha256.slice(0, 8)}.${found.type.split('/')[1]}`;
      reply
        .type(found.type)
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        // Somebody else's file: it runs nothing and reaches nothing, should a browser show it after all.
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(Buffer.from(found.body));
      return ok(HANDLED);
    },
  });
}
