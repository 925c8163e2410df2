import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { pointCode } from '../../../shared/meeting/meeting.ts';
import {
  pinCodeIssued,
  pinCodesIssued,
  pinCodesRequest,
  proposalDecision,
  rosterChange,
  rosterChanged,
  pointRoster as rosterSchema,
} from '../../../shared/protocol/roster.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateChange } from '../auth/member-change.ts';
import { authenticateMember, type Member } from '../auth/session.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';
import { hubFacts } from '../identity.ts';
import { changeRoster } from '../roster/change.ts';
import { issuePinCode } from '../roster/pin-codes.ts';
import { issuePinCodes } from '../roster/pin-codes-bulk.ts';
import { pointRoster } from '../roster/point-roster.ts';
import { decideProposal } from '../roster/proposals.ts';

const ofPoint = z.object({ code: pointCode });

/** Who may sit for a point: the list, changes to it, codes for PINs, and what the point proposes. */
export function rosterRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  const url = '/api/console/points/:code';
  const authenticate = (request: Parameters<typeof authenticateChange>[1]) =>
    authenticateChange(deps, request, 'roster');
  const doing = (who: Member) => ({ actor: `account:${who.username}`, now: clock.now() });
  addRoute(app, {
    method: 'GET',
    url: `${url}/roster`,
    doc: {
      vi: 'Danh sách lãnh đạo dự họp của điểm cầu.',
      en: 'Who may sit for a point.',
      access: bySession('roster'),
      errors: ['not-found'],
    },
    authenticate: (request) => authenticateMember(deps, request, 'roster'),
    params: ofPoint,
    answer: rosterSchema,
    async handle({ params: { code } }) {
      const roster = await pointRoster(db, code, clock.now());
      return roster === null ? appErr('not-found') : ok(roster);
    },
  });
  addRoute(app, {
    method: 'POST',
    url: `${url}/roster/changes`,
    doc: {
      vi: 'Thêm, sửa hoặc bỏ một người.',
      en: 'Adds, changes or removes a person.',
      access: bySession('roster'),
      errors: ['not-found', 'person-known', 'roster-unknown-person', 'person-designated'],
    },
    authenticate,
    params: ofPoint,
    body: rosterChange,
    answer: rosterChanged,
    async handle({ params: { code }, body, who }) {
      const changed = await changeRoster(db, code, body, doing(who));
      return changed.ok ? ok({ personId: changed.value }) : changed;
    },
  });
  addRoute(app, {
    method: 'POST',
    url: `${url}/roster/:person/pin-code`,
    doc: {
      vi: 'Cấp mã đặt PIN dùng một lần.',
      en: 'Issues a one-time code to set a PIN.',
      access: bySession('roster'),
      errors: ['not-found', 'roster-unknown-person'],
    },
    authenticate,
    params: ofPoint.extend({ person: z.string().min(1).max(64) }),
    answer: pinCodeIssued,
    handle: ({ params: { code, person }, who }) => issuePinCode(db, code, person, doing(who)),
  });
  addRoute(app, {
    method: 'POST',
    url: '/api/console/pin-codes',
    doc: {
      vi: 'Cấp mã đặt PIN lần đầu cho mọi người chưa có PIN.',
      en: 'Issues codes to set a first PIN to everybody who has none.',
      access: bySession('roster'),
      errors: ['not-found'],
    },
    authenticate,
    body: pinCodesRequest,
    answer: pinCodesIssued,
    async handle({ body, who }) {
      const issued = await issuePinCodes(db, body, doing(who));
      if (!issued.ok) return issued;
      const { name, hotline } = await hubFacts(db);
      return ok({ sheets: [...issued.value], hub: { name, hotline } });
    },
  });
  addRoute(app, {
    method: 'POST',
    url: `${url}/proposals/:id/decision`,
    doc: {
      vi: 'Chấp nhận hoặc từ chối đề nghị của điểm cầu.',
      en: 'Accepts or refuses what a point proposes.',
      access: bySession('roster'),
      errors: ['not-found', 'proposal-decided'],
    },
    authenticate,
    params: ofPoint.extend({ id: z.string().min(1).max(64) }),
    body: proposalDecision,
    handle: ({ params: { code, id }, body, who }) => decideProposal(db, code, id, body, doing(who)),
  });
}
