import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { pointCode } from '../../../shared/meeting/meeting.ts';
import { importLocale, invitationImport } from '../../../shared/protocol/meetings.ts';
import { pointChange, pointRecord } from '../../../shared/protocol/points.ts';
import { ok } from '../../../shared/result.ts';
import type { HubDeps } from '../deps.ts';
import { doingOf, memberRoute } from '../http/member-route.ts';
import { changePoint } from '../points/change.ts';
import { importPointList } from '../points/import.ts';
import { pointRecordOf } from '../points/record.ts';

/** Of a list of points: far more than the country has. */
const FILE_BYTES = 2_000_000;
const FILE_TYPES = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** The list of points as the province keeps it. */
export function pointAdminRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db } = deps;
  memberRoute(app, deps, {
    method: 'GET',
    url: '/api/console/points/:code',
    doc: {
      vi: 'Một điểm cầu: thông tin, các máy và mã ghi danh còn hiệu lực.',
      en: 'A point: what is said of it, its devices and its open codes.',
      errors: ['not-found'],
    },
    right: 'points',
    params: z.object({ code: pointCode }),
    answer: pointRecord,
    async handle({ params: { code } }) {
      const record = await pointRecordOf(db, code, deps.clock.now());
      return record === null ? appErr('not-found', { point: code }) : ok(record);
    },
  });
  memberRoute(app, deps, {
    method: 'POST',
    url: '/api/console/points/changes',
    doc: {
      vi: 'Thêm, sửa, ngừng hoặc đưa một điểm cầu hoạt động lại.',
      en: 'Adds, changes, retires or reinstates a point.',
      errors: ['not-found', 'point-known', 'point-invited'],
    },
    right: 'points',
    body: pointChange,
    handle: ({ body, who }) => changePoint(db, body, doingOf(deps, who)),
  });
  memberRoute(app, deps, {
    method: 'POST',
    url: '/api/console/points/file',
    doc: {
      vi: 'Nạp danh sách điểm cầu từ tệp CSV hoặc XLSX; một dòng sai thì không nạp dòng nào.',
      en: 'Imports a list of points, CSV or XLSX; one wrong row keeps all of them out.',
      errors: ['import-bad-row'],
      consumes: FILE_TYPES,
    },
    right: 'points',
    query: z.object({ locale: importLocale }),
    body: z.instanceof(Buffer),
    answer: invitationImport,
    options: { bodyLimit: FILE_BYTES },
    handle: ({ query, body, who }) => importPointList(db, body, { ...query, ...doingOf(deps, who) }),
  });
}
