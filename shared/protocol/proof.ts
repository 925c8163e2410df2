import { z } from 'zod';
import { inclusion } from './checkpoint.ts';
import { publicKeyJwk } from './enrolment.ts';

const jws = z.string().min(1).max(200_000);

/**
 * What a point hands out to prove that it recorded an entry and that the province had it: one JSON file that is checked without
 * either of them (`electron/crypto/verify-proof.ts`).
 */
export const proofFile = z.object({
  v: z.literal(1),
  kind: z.literal('diem-cau-proof'),
  /** Its RFC 7638 thumbprint is the device's id, so the file cannot name another key for the same device. */
  deviceKey: publicKeyJwk,
  /** Whoever checks compares it with the key that the province published. */
  hub: z.object({ id: z.string().min(1).max(64), key: publicKeyJwk }),
  entry: jws,
  /** The hub's receipt for the last line of `following`, or for the entry itself; null when none came yet. */
  receipt: jws.max(4000).nullable(),
  /** The lines after the entry up to the one with the receipt: each holds the hash of the one before. */
  following: z.array(jws).max(10_000),
  /** The checkpoint that holds the entry, and what proves that; null when the hub has signed none yet, or could not be asked. */
  inclusion: inclusion.extend({ checkpoint: jws.max(4000) }).nullable(),
});
export type ProofFile = z.infer<typeof proofFile>;
