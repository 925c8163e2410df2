import { z } from 'zod';
import { epochMs } from '../events/event.ts';
import { pointCode } from '../meeting/meeting.ts';

const text = (most: number) => z.string().trim().max(most);
const reason = text(500).min(1);

/** `commune`, `ward`, `department` …: small letters and hyphens. */
export const pointKind = z.string().regex(/^[a-z-]{1,40}$/);
/** Digits as people write them: blanks, dots, hyphens and a plus are theirs. */
export const phone = text(40).regex(/^[+\d .()-]*$/);

/** What is said of a point; an empty text is "not said". */
const particulars = {
  name: text(200).min(1),
  kind: pointKind,
  cluster: text(80).default(''),
  contactName: text(120).default(''),
  contactPhone: phone.default(''),
};

/** `POST /api/console/points/changes` */
export const pointChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), code: pointCode, point: z.object(particulars) }),
  z.object({ kind: z.literal('change'), code: pointCode, point: z.object(particulars) }),
  z.object({ kind: z.literal('retire'), code: pointCode, reason }),
  z.object({ kind: z.literal('reinstate'), code: pointCode, reason }),
]);
export type PointChange = z.infer<typeof pointChange>;

/** A machine of a point. Its chain ended where `entries` says when it was revoked. */
export const pointDevice = z.object({
  id: z.string(),
  name: z.string(),
  appVersion: z.string(),
  enrolledAt: epochMs,
  revokedAt: epochMs.nullable(),
  revokedReason: z.string().nullable(),
  /** How many lines of its record are here. */
  entries: z.number().int(),
});
export type PointDevice = z.infer<typeof pointDevice>;

/** A code that would enrol a device now. `id` tells nothing of the code itself, which is kept nowhere. */
export const openCode = z.object({
  id: z.string(),
  point: z.object({ code: pointCode, name: z.string() }),
  issuedAt: epochMs,
  expiresAt: epochMs,
});
export type OpenCode = z.infer<typeof openCode>;

/** `GET /api/console/points/:code` */
export const pointRecord = z.object({
  point: z.object({
    code: pointCode,
    name: z.string(),
    kind: z.string(),
    cluster: z.string().nullable(),
    contactName: z.string().nullable(),
    contactPhone: z.string().nullable(),
    retiredAt: epochMs.nullable(),
    lastContactAt: epochMs.nullable(),
  }),
  /** The newest first. */
  devices: z.array(pointDevice),
  codes: z.array(openCode),
});
export type PointRecord = z.infer<typeof pointRecord>;

/** `POST /api/console/points/:code/devices/:id/revocation`. `replace`: at once a code for the device that takes its place. */
export const deviceRevocation = z.object({ reason, replace: z.boolean().default(false) });
export type DeviceRevocation = z.infer<typeof deviceRevocation>;

/** A code as it is said this once. */
export const issuedCode = z.object({
  point: z.object({ code: pointCode, name: z.string() }),
  code: z.string(),
  expiresAt: epochMs,
});
export type IssuedCode = z.infer<typeof issuedCode>;
export const deviceRevoked = z.object({ issued: issuedCode.nullable() });

/** `GET /api/console/enrolment-codes`: those that still work. */
export const openCodes = z.object({ codes: z.array(openCode) });

/** `POST /api/console/enrolment-codes`: a sheet. `without-device`: points in service that have no device. */
export const codesRequest = z.object({
  points: z.union([z.enum(['all', 'without-device']), z.array(pointCode).min(1).max(5000)]),
});
export type CodesRequest = z.infer<typeof codesRequest>;
export const codesIssued = z.object({ codes: z.array(issuedCode) });
