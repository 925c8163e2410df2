import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appErr } from '../../../shared/errors.ts';
import { ok } from '../../../shared/result.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute, anyone, HANDLED } from '../http/route.ts';
import { BY_ANYONE } from '../http/route-doc.ts';
import { isUpdateName, UPDATES_FOLDER } from '../updates/names.ts';

/** Installers for the points, by their plain names, whole or in ranges. They hold no secret; what may be run is signed elsewhere. */
export async function serveUpdates(app: FastifyInstance, { store }: HubDeps): Promise<void> {
  const root = join(store.dataDir, UPDATES_FOLDER);
  await mkdir(root, { recursive: true });
  // The console's page may have brought what sends files already.
  await app.register(fastifyStatic, { root, serve: false, decorateReply: !app.hasReplyDecorator('sendFile') });
  addRoute(app, {
    method: 'GET',
    url: '/updates/:name',
    doc: {
      vi: 'Tệp cập nhật cho điểm cầu.',
      en: 'An update file for the points.',
      access: BY_ANYONE,
      errors: ['not-found'],
      produces: ['application/octet-stream'],
    },
    authenticate: anyone,
    params: z.object({ name: z.string().max(200) }),
    async handle({ params: { name }, reply }) {
      if (!isUpdateName(name)) return appErr('not-found');
      reply.header('cache-control', 'no-cache').sendFile(name, root, { cacheControl: false });
      return ok(HANDLED);
    },
  });
}
