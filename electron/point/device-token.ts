import { randomUUID } from 'node:crypto';
import type { CryptoKey } from 'jose';
import { TOKEN_LIFE_SECONDS, TOKEN_TYP } from '../../shared/protocol/device-token.ts';
import { signLine } from '../crypto/signed-line.ts';

/** What proves one request to be this device's. `now`: epoch milliseconds by this device's clock. */
export function deviceToken(
  key: CryptoKey,
  device: { readonly id: string; readonly hubId: string },
  now: number,
): Promise<string> {
  const iat = Math.floor(now / 1000);
  const claims = { iss: device.id, aud: device.hubId, iat, exp: iat + TOKEN_LIFE_SECONDS, jti: randomUUID() };
  return signLine(claims, key, { typ: TOKEN_TYP, kid: device.id });
}
