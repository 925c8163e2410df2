import type { CryptoKey } from 'jose';
import { CERTIFICATE_TYP, certificateClaims } from '../../shared/protocol/hub-certificate.ts';
import { verifyLine } from '../crypto/signed-line.ts';
import type { Pins } from './hub-transport.ts';
import type { Enrolment, PointStores } from './settings.ts';

/** The certificates by which this point knows its hub: the one of the enrolment code, then those the hub's key has signed. */
export interface HubPins extends Pins {
  /** The one met last, for connections made otherwise; null where there is none to pin. */
  readonly last: () => string | null;
  /** Takes up what the hub signs of its certificates. What is not signed by the hub's own key, or is older, changes nothing. */
  readonly learn: (statement: string | null) => Promise<void>;
}

/** Of an enrolment as it lies on disk; null where the hub is not pinned. */
export function pinsOf({ hub }: Enrolment): Pins | null {
  const { pin, pins } = hub;
  return pin === null ? null : { accepted: () => pins ?? [pin], met: () => undefined };
}

export function openHubPins(enrolment: Enrolment, hubKey: CryptoKey, store: PointStores['enrolment']): HubPins {
  const { id, pin } = enrolment.hub;
  let accepted: readonly string[] = enrolment.hub.pins ?? (pin === null ? [] : [pin]);
  let at = enrolment.hub.pinsAt ?? -1;
  let last = accepted[0] ?? null;
  return {
    accepted: () => accepted,
    met(met) {
      last = met;
    },
    last: () => last,
    async learn(statement) {
      if (statement === null || pin === null) return;
      const claims = certificateClaims.safeParse(await verifyLine(statement, hubKey, CERTIFICATE_TYP));
      if (!claims.success || claims.data.hub !== id || claims.data.at < at) return;
      const { pins } = claims.data;
      if (pins.join() === accepted.join() && claims.data.at === at) return;
      const now = store.read().enrolment;
      // Enrolled anew meanwhile: what another enrolment says is not ours to write.
      if (now?.deviceId !== enrolment.deviceId) return;
      const written = store.write({ enrolment: { ...now, hub: { ...now.hub, pins, pinsAt: claims.data.at } } });
      if (!written.ok) return;
      [accepted, at] = [pins, claims.data.at];
    },
  };
}
