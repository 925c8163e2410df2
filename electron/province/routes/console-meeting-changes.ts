import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { meetingId } from '../../../shared/meeting/meeting.ts';
import {
  changedMeetings,
  importLocale,
  invitationChange,
  invitationImport,
  meetingCancellation,
  meetingChangeRequest,
  meetingDetail,
} from '../../../shared/protocol/meetings.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateChange } from '../auth/member-change.ts';
import { authenticateMember, type Member } from '../auth/session.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { bySession } from '../http/route-doc.ts';
import { cancelMeeting, changeMeeting } from '../meetings/change.ts';
import { meetingDetailOf } from '../meetings/detail.ts';
import { importInvitations } from '../meetings/import-invitations.ts';
import { changeInvitations } from '../meetings/invite.ts';

const params = z.object({ id: meetingId });
const fileQuery = z.object({ reason: invitationChange.shape.reason, locale: importLocale });
/** Of an invitation list: far more than a province has points. */
const FILE_BYTES = 2_000_000;
const FILE_TYPES = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** One meeting as the console edits it: what it says, whom it invites, and how it came to be so. */
export function meetingChangeRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, clock } = deps;
  const url = '/api/console/meetings/:id';
  const change = { method: 'POST', authenticate: scheduler(deps), params } as const;
  app.addContentTypeParser(FILE_TYPES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const doing = (who: Member) => ({ actor: `account:${who.username}`, now: clock.now() });
  addRoute(app, {
    method: 'GET',
    url,
    doc: {
      vi: 'Một cuộc họp: nội dung, điểm cầu được mời, các lần thay đổi.',
      en: 'One meeting: what it says, whom it invites, how it changed.',
      access: bySession('read'),
      errors: ['meeting-unknown'],
    },
    authenticate: (request) => authenticateMember(deps, request, 'read'),
    params,
    answer: meetingDetail,
    async handle({ params: { id } }) {
      const detail = await meetingDetailOf(db, id, clock.now());
      return detail === null ? appErr('meeting-unknown') : ok(detail);
    },
  });
  addRoute(app, {
    ...change,
    url: `${url}/changes`,
    doc: {
      vi: 'Sửa nội dung cuộc họp, có lý do.',
      en: 'Changes facts of a meeting, with the reason.',
      access: bySession('schedule'),
      errors: ['meeting-unknown', 'meeting-cancelled', 'meeting-changed'],
    },
    body: meetingChangeRequest,
    answer: changedMeetings,
    async handle({ params: { id }, body, who }) {
      const changed = await changeMeeting(db, id, body, doing(who));
      return changed.ok ? ok({ meetings: [...changed.value] }) : changed;
    },
  });
  addRoute(app, {
    ...change,
    url: `${url}/cancellation`,
    doc: {
      vi: 'Hủy cuộc họp, có lý do.',
      en: 'Cancels a meeting, with the reason.',
      access: bySession('schedule'),
      errors: ['meeting-unknown', 'meeting-cancelled', 'meeting-changed'],
    },
    body: meetingCancellation,
    answer: changedMeetings,
    async handle({ params: { id }, body, who }) {
      const changed = await cancelMeeting(db, id, body, doing(who));
      return changed.ok ? ok({ meetings: [...changed.value] }) : changed;
    },
  });
  addRoute(app, {
    ...change,
    url: `${url}/invitations`,
    doc: {
      vi: 'Mời thêm, sửa hoặc bỏ điểm cầu.',
      en: 'Invites points, changes how, or takes them off the list.',
      access: bySession('schedule'),
      errors: ['meeting-unknown', 'meeting-cancelled'],
    },
    body: invitationChange,
    handle: ({ params: { id }, body, who }) => changeInvitations(db, id, body, doing(who)),
  });
  addRoute(app, {
    ...change,
    url: `${url}/invitations/file`,
    doc: {
      vi: 'Nạp danh sách giấy mời từ tệp CSV hoặc XLSX.',
      en: 'Takes an invitation list from a CSV or XLSX file.',
      access: bySession('schedule'),
      errors: ['meeting-unknown', 'meeting-cancelled', 'import-bad-row'],
      consumes: FILE_TYPES,
    },
    query: fileQuery,
    body: z.instanceof(Buffer),
    answer: invitationImport,
    options: { bodyLimit: FILE_BYTES },
    handle: ({ params: { id }, query, body, who }) => importInvitations(db, id, body, { ...query, ...doing(who) }),
  });
}

function scheduler(deps: HubDeps) {
  return (request: Parameters<typeof authenticateChange>[1]) => authenticateChange(deps, request, 'schedule');
}
