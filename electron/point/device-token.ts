import { randomUUID } from 'node:crypto';
import type { CryptoKey } from 'jose';
import type { AppError } from '../../shared/errors.ts';
import { TOKEN_LIFE_SECONDS, TOKEN_TYP } from '../../shared/protocol/device-token.ts';
import { ok, type Result } from '../../shared/result.ts';
import { signLine } from '../crypto/signed-line.ts';

/** What proves one request to be this device's. `now`: epoch milliseconds by the hub's clock, as far as it is known. */
export function deviceToken(
  key: CryptoKey,
  device: { readonly id: string; readonly hubId: string },
  now: number,
): Promise<string> {
  const iat = Math.floor(now / 1000);
  const claims = { iss: device.id, aud: device.hubId, iat, exp: iat + TOKEN_LIFE_SECONDS, jti: randomUUID() };
  return signLine(claims, key, { typ: TOKEN_TYP, kid: device.id });
}

/** Makes the token of one request; `hubTime`: what the hub's clock shows, where it refused a token for its time. */
export type TokenSource = (hubTime?: number) => Promise<Result<string, AppError>>;

/**
 * A machine whose clock is wrong must still be heard: from the first refusal on its tokens bear the hub's time. What it records keeps
 * the machine's own.
 */
export function tokenSource(
  signingKey: () => Promise<Result<CryptoKey, AppError>>,
  device: { readonly id: string; readonly hubId: string },
  now: () => number,
): TokenSource {
  let hubAheadMs = 0;
  return async (hubTime) => {
    if (hubTime !== undefined) hubAheadMs = hubTime - now();
    const key = await signingKey();
    return key.ok ? ok(await deviceToken(key.value, device, now() + hubAheadMs)) : key;
  };
}
