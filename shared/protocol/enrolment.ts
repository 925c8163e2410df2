import { z } from 'zod';
import { epochMs } from '../events/event.ts';
import { pointCode } from '../meeting/meeting.ts';

/** An Ed25519 public key (RFC 8037). */
export const publicKeyJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
});
export type PublicKeyJwk = z.infer<typeof publicKeyJwk>;

/**
 * What an enrolment code carries, as JSON in base64url after `DC1.`: typed, pasted or scanned.
 * `pin`: SHA-256 (base64url) of the hub's certificate in DER; absent where the hub speaks plain HTTP on loopback.
 */
export const enrolmentCode = z.object({
  hub: z.url().max(300),
  point: pointCode,
  secret: z.string().min(16).max(64),
  pin: z.string().length(43).optional(),
});
export type EnrolmentCode = z.infer<typeof enrolmentCode>;

/** `POST /api/point/enrolments` */
export const enrolRequest = z.object({
  point: pointCode,
  secret: z.string().min(16).max(64),
  deviceKey: publicKeyJwk,
  deviceName: z.string().max(120),
  appVersion: z.string().max(40),
});
export type EnrolRequest = z.infer<typeof enrolRequest>;

export const enrolResponse = z.object({
  deviceId: z.string().min(1).max(64),
  point: z.object({ code: pointCode, name: z.string().max(200) }),
  hub: z.object({ id: z.string().min(1).max(64), name: z.string().max(200), key: publicKeyJwk }),
  serverTime: epochMs,
});
export type EnrolResponse = z.infer<typeof enrolResponse>;
