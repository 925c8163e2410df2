import { z } from 'zod';

/**
 * A device proves itself on every request: `Authorization: Bearer <JWS>`, signed by its key, made for one request.
 * Header `{ alg: 'EdDSA', typ: 'diem-cau-token+jws', kid: deviceId }`.
 */
export const TOKEN_TYP = 'diem-cau-token+jws';
/** Seconds between `iat` and `exp`, and the clock difference the hub forgives on either side of them. */
export const TOKEN_LIFE_SECONDS = 120;

export const deviceTokenClaims = z.object({
  iss: z.string().min(1).max(64),
  /** The hub's id. */
  aud: z.string().min(1).max(64),
  iat: z.number().int(),
  exp: z.number().int(),
  jti: z.string().min(16).max(64),
});
