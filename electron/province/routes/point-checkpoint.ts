import type { FastifyInstance } from 'fastify';
import { checkpointAnswer, checkpointQuery } from '../../../shared/protocol/checkpoint.ts';
import { ok } from '../../../shared/result.ts';
import { authenticateDevice } from '../auth/device.ts';
import { answerCheckpoint } from '../checkpoints/answer-checkpoint.ts';
import type { HubDeps } from '../deps.ts';
import { addRoute } from '../http/route.ts';
import { BY_DEVICE } from '../http/route-doc.ts';

/** What a point needs to see that the province's record only grows, and that its own entries are in it. */
export function checkpointRoute(app: FastifyInstance, deps: HubDeps): void {
  addRoute(app, {
    method: 'GET',
    url: '/api/point/checkpoint',
    doc: {
      vi: 'Mốc ký mới nhất trên toàn bộ sổ của tỉnh, kèm chứng minh nối tiếp và chứng minh có mặt.',
      en: 'The newest signed checkpoint over all the province received, with its consistency and inclusion proofs.',
      access: BY_DEVICE,
    },
    authenticate: (request) => authenticateDevice(deps, request),
    query: checkpointQuery,
    answer: checkpointAnswer,
    handle: async ({ who, query }) => {
      const answer = await answerCheckpoint(deps.db, who.id, query.known, query.seq);
      return ok({ ...answer, received: who.head.seq });
    },
  });
}
