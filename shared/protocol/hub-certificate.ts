import { z } from 'zod';
import { epochMs } from '../events/event.ts';

/** `typ` of what the hub signs about its own certificates. */
export const CERTIFICATE_TYP = 'diem-cau-certificate+jws';

/**
 * Which certificates points may meet, by fingerprint (SHA-256 of the DER, base64url): the one shown now and, while one is prepared, the one
 * that takes its place. `at`: when this changed; an older statement never takes the place of a newer one.
 */
export const certificateClaims = z.object({
  hub: z.string().min(1).max(64),
  pins: z.array(z.string().length(43)).min(1).max(4),
  at: epochMs,
});
export type CertificateClaims = z.infer<typeof certificateClaims>;
