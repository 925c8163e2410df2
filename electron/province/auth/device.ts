import type { FastifyRequest } from 'fastify';
import { type AppError, appErr } from '../../../shared/errors.ts';
import { deviceTokenClaims, TOKEN_LIFE_SECONDS, TOKEN_TYP } from '../../../shared/protocol/device-token.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { verifyQuickly } from '../../crypto/quick-lines.ts';
import { signerOf } from '../../crypto/signed-line.ts';
import { type Device, findDevice } from '../db/devices.ts';
import type { HubDeps } from '../deps.ts';
import { bearerOf } from './bearer.ts';

/**
 * The enrolled device a request comes from, by its token.
 * Errors: `auth-required` (no token, not for this hub, badly signed, or used before), `enrolment-missing` (a device we do not
 * know), `device-revoked`, `auth-clock` (the clocks differ by more than is forgiven; with the hub's, `hubTime`).
 */
export async function authenticateDevice(deps: HubDeps, request: FastifyRequest): Promise<Result<Device, AppError>> {
  const token = bearerOf(request);
  const deviceId = token === null ? null : signerOf(token);
  if (token === null || deviceId === null) return appErr('auth-required');
  const device = await findDevice(deps.db, deviceId);
  if (device === undefined) return appErr('enrolment-missing');
  const claims = deviceTokenClaims.safeParse(await verifyQuickly(token, device.key, TOKEN_TYP));
  if (!claims.success || claims.data.iss !== device.id || claims.data.aud !== deps.hub.id)
    return appErr('auth-required');
  if (device.revokedAt !== null) return appErr('device-revoked');
  const { iat, exp, jti } = claims.data;
  const now = deps.clock.now();
  const seconds = Math.floor(now / 1000);
  if (exp <= iat || exp - iat > TOKEN_LIFE_SECONDS) return appErr('auth-required');
  if (seconds < iat - TOKEN_LIFE_SECONDS || seconds > exp + TOKEN_LIFE_SECONDS) {
    return appErr('auth-clock', { hubTime: now });
  }
  const until = (exp + TOKEN_LIFE_SECONDS + 1) * 1000;
  return (await deps.tokens.admit(`${device.id} ${jti}`, until, now)) ? ok(device) : appErr('auth-required');
}
