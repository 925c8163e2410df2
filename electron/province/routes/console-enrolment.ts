import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { pointCode } from '../../../shared/meeting/meeting.ts';
import {
  codesIssued,
  codesRequest,
  deviceRevocation,
  deviceRevoked,
  openCodes,
} from '../../../shared/protocol/points.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { listOpenCodes } from '../db/enrolment-codes.ts';
import type { HubDeps } from '../deps.ts';
import type { IssueRequest } from '../enrolment/issue-code.ts';
import { revokeAndReplace, revokeCode } from '../enrolment/revoke.ts';
import { issueSheet } from '../enrolment/sheet.ts';
import { doingOf, memberRoute } from '../http/member-route.ts';
import { hubFacts } from '../identity.ts';
import type { Doing } from '../meetings/doing.ts';

const secretHash = z.string().regex(/^[\w-]{43}$/);

/** Which machines stand for a point, and the codes by which they come to. */
export function enrolmentAdminRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  const url = '/api/console/enrolment-codes';
  memberRoute(app, deps, {
    method: 'GET',
    url,
    doc: {
      vi: 'Các mã ghi danh còn hiệu lực.',
      en: 'The enrolment codes that still work.',
    },
    right: 'enrol',
    answer: openCodes,
    handle: async () => ok({ codes: [...(await listOpenCodes(db, clock.now()))] }),
  });
  memberRoute(app, deps, {
    method: 'POST',
    url,
    doc: {
      vi: 'Cấp mã ghi danh cho nhiều điểm cầu; mã chỉ hiện một lần.',
      en: 'Issues codes for many points; they are said this once.',
      errors: ['not-found', 'point-retired'],
    },
    right: 'enrol',
    body: codesRequest,
    answer: codesIssued,
    async handle({ body, who, reply }) {
      const issue = await issueBy(deps, doingOf(deps, who));
      if (!issue.ok) return issue;
      const codes = await issueSheet(db, body, issue.value);
      reply.header('cache-control', 'no-store');
      return codes.ok ? ok({ codes: [...codes.value] }) : codes;
    },
  });
  memberRoute(app, deps, {
    method: 'DELETE',
    url: `${url}/:id`,
    doc: {
      vi: 'Hủy một mã ghi danh chưa dùng.',
      en: 'Revokes a code that nobody has used.',
      errors: ['not-found'],
    },
    right: 'enrol',
    params: z.object({ id: secretHash }),
    handle: ({ params: { id }, who }) => revokeCode(db, id, doingOf(deps, who)),
  });
  memberRoute(app, deps, {
    method: 'POST',
    url: '/api/console/points/:code/devices/:id/revocation',
    doc: {
      vi: 'Thu hồi một máy, và nếu cần thì cấp ngay mã cho máy thay thế.',
      en: 'Revokes a device and, if wanted, issues a code for the one in its place.',
      errors: ['not-found', 'device-revoked', 'point-retired'],
    },
    right: 'enrol',
    params: z.object({ code: pointCode, id: z.string().min(1).max(64) }),
    body: deviceRevocation,
    answer: deviceRevoked,
    async handle({ params, body, who, reply }) {
      const issue = await issueBy(deps, doingOf(deps, who));
      if (!issue.ok) return issue;
      const revoked = await revokeAndReplace(db, { ...body, point: params.code, device: params.id }, issue.value);
      reply.header('cache-control', 'no-store');
      return revoked.ok ? ok({ issued: revoked.value }) : revoked;
    },
  });
}

/** Where a code's device will find the hub. */
async function issueBy(deps: HubDeps, doing: Doing): Promise<Result<Omit<IssueRequest, 'point'>, AppError>> {
  const { publicUrl: url, pin } = await hubFacts(deps.db);
  return url === null ? appErr('internal') : ok({ ...doing, address: { url, pin } });
}
