import type { FastifyInstance } from 'fastify';
import { MAX_BATCH } from '../../../shared/protocol/entries.ts';
import { ownEntriesAnswer, ownEntriesQuery } from '../../../shared/protocol/own-entries.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateDevice } from '../auth/device.ts';
import { listEntries } from '../db/entries.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { BY_DEVICE } from '../http/route-doc.ts';

/** Gives a device back what it sent, when its own journal is damaged or an old copy. */
export function ownEntriesRoute(app: FastifyInstance, deps: HubDeps): void {
  addRoute(app, {
    method: 'GET',
    url: '/api/point/own-entries',
    doc: {
      vi: 'Các bản ghi của chính thiết bị này mà tỉnh đang giữ, để khôi phục nhật ký.',
      en: 'The lines of the asking device that the hub holds, to recover a journal from.',
      access: BY_DEVICE,
    },
    authenticate: (request) => authenticateDevice(deps, request),
    query: ownEntriesQuery,
    answer: ownEntriesAnswer,
    async handle({ who, query }) {
      const rows = await listEntries(deps.db, who.id, query.after, MAX_BATCH);
      return ok({ entries: rows.map(({ jws }) => jws) });
    },
  });
}
