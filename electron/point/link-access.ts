import { linkMeasurement } from '../../shared/checks/link/measurement.ts';
import type { LinkRates } from '../../shared/protocol/link-session.ts';
import type { LinkAsking } from './link-turn.ts';
import type { PointService } from './point-service.ts';

/** Asked for more than was measured the last time, so that a line that became faster shows. */
const ROOM = 2;
const LEAST_MBPS = 20;

type Service = Pick<PointService, 'hub' | 'linkGrant' | 'linkNeed' | 'endLink' | 'state' | 'policy'>;

/** What a link test needs of an enrolled point: where the hub is, its turn there, and giving it back. */
export function linkAccess(service: Service) {
  return {
    hub: service.hub(),
    platformTargets: service.policy().linkTests.platformTargets,
    grant: (signal: AbortSignal, asking: LinkAsking) =>
      service.linkGrant(signal, { ...asking, wantMbps: likelyNeed(service.state().baselines?.link?.measurement) }),
    lease: {
      async need(rates: LinkRates, signal: AbortSignal): Promise<LinkRates | null> {
        const set = await service.linkNeed(rates, signal);
        return set.ok ? set.value : null;
      },
      async end(signal: AbortSignal): Promise<void> {
        // A session that is not given back ends by itself.
        await service.endLink(signal);
      },
    },
  };
}

/** From the last time this line was measured to its limit, both ways; undefined otherwise. */
export function likelyNeed(measurement: unknown): LinkRates | undefined {
  const known = linkMeasurement.safeParse(measurement);
  if (!known.success || !known.data.reached) return undefined;
  const { download, upload } = known.data;
  if (download?.limitedBy !== 'line' || upload?.limitedBy !== 'line') return undefined;
  return { down: Math.max(LEAST_MBPS, ROOM * download.mbps), up: Math.max(LEAST_MBPS, ROOM * upload.mbps) };
}
