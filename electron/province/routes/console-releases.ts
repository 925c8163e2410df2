import type { FastifyInstance } from 'fastify';
import { offeredRelease, offerRequest, stageRequest } from '../../../shared/protocol/releases.ts';
import { ok } from '../../../shared/result.ts';
import type { HubDeps } from '../deps.ts';
import { doingOf, memberRoute } from '../http/member-route.ts';
import { offerRelease, stageRelease } from '../updates/offer.ts';
import { offeredNow } from '../updates/progress.ts';

/** Which release the points are offered, to whom, and how far they have got. */
export function releaseRoutes(app: FastifyInstance, deps: HubDeps): void {
  const { db, store, releaseKey = null } = deps;
  const url = '/api/console/releases';
  const right = 'maintain' as const;
  memberRoute(app, deps, {
    method: 'GET',
    url,
    doc: {
      vi: 'Bản phát hành đang gửi cho điểm cầu và tiến độ từng nơi.',
      en: 'The release offered to the points, and how far each has got.',
    },
    right,
    answer: offeredRelease.nullable(),
    handle: async () => ok(await offeredNow(db, store.dataDir)),
  });
  memberRoute(app, deps, {
    method: 'POST',
    url,
    doc: {
      vi: 'Gửi một bản phát hành đã ký cho các điểm cầu đầu tiên.',
      en: 'Offers a signed release to the first points.',
      errors: ['update-forged', 'update-incomplete'],
    },
    right,
    body: offerRequest,
    async handle({ body: { jws }, who }) {
      const offered = await offerRelease({ db, dataDir: store.dataDir, key: releaseKey }, jws, doingOf(deps, who));
      return offered.ok ? ok(null) : offered;
    },
  });
  memberRoute(app, deps, {
    method: 'POST',
    url: `${url}/stage`,
    doc: {
      vi: 'Gửi bản phát hành cho mọi điểm cầu, chỉ cho các điểm đầu tiên, hoặc dừng lại.',
      en: 'Offers the release to all points, to the first ones only, or to nobody any more.',
      errors: ['release-unknown'],
    },
    right,
    body: stageRequest,
    handle: ({ body: { version, stage }, who }) => stageRelease(db, version, stage, doingOf(deps, who)),
  });
}
