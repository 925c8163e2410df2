import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { updateList } from '../../../shared/protocol/maintenance.ts';
import { ok } from '../../../shared/result.ts';
import { addAudit } from '../db/audit.ts';
import type { HubDeps } from '../deps.ts';
import { doingOf, memberRoute } from '../http/member-route.ts';
import { addUpdate, listUpdates, MOST_MIB, removeUpdate } from '../updates/files.ts';

const params = z.object({ name: z.string().min(1).max(200) });
/** A little more than is taken, so that our own words say what is too large. */
const BODY_BYTES = (MOST_MIB + 1) * 1024 * 1024;

/** What is offered to the points as an update. */
export function updateRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, store } = deps;
  const url = '/api/console/updates';
  const right = 'maintain' as const;
  app.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));
  memberRoute(app, deps, {
    method: 'GET',
    url,
    doc: {
      vi: 'Các tệp cập nhật cho điểm cầu.',
      en: 'The update files offered to the points.',
    },
    right,
    answer: updateList,
    handle: async () => ok(await listUpdates(store.dataDir)),
  });
  memberRoute(app, deps, {
    method: 'POST',
    url: `${url}/:name`,
    doc: {
      vi: 'Tải lên một tệp cập nhật.',
      en: 'Takes in an update file.',
      errors: ['update-bad-name', 'update-too-large', 'update-busy'],
      consumes: ['application/octet-stream'],
    },
    right,
    params,
    body: z.instanceof(Readable),
    options: { bodyLimit: BODY_BYTES },
    async handle({ params: { name }, body, who }) {
      const added = await addUpdate(store.dataDir, name, body);
      if (!added.ok) return added;
      const { actor, now: at } = doingOf(deps, who);
      await addAudit(db, { at, actor, action: 'update-added', subject: `update:${name}`, detail: added.value });
      return ok(null);
    },
  });
  memberRoute(app, deps, {
    method: 'DELETE',
    url: `${url}/:name`,
    doc: {
      vi: 'Xóa một tệp cập nhật.',
      en: 'Removes an update file.',
      errors: ['not-found'],
    },
    right,
    params,
    async handle({ params: { name }, who }) {
      if (!(await removeUpdate(store.dataDir, name))) return appErr('not-found');
      const { actor, now: at } = doingOf(deps, who);
      await addAudit(db, { at, actor, action: 'update-removed', subject: `update:${name}` });
      return ok(null);
    },
  });
}
