import { createHash } from 'node:crypto';
import { type Seal, sealOf } from '../../shared/minutes/seal.ts';

/** The seal of a record that rests on the entries of these hashes. */
export function sealHashes(meetingId: string, point: string, hashes: readonly string[]): Seal {
  return sealOf(meetingId, point, hashes, (text) => createHash('sha256').update(text).digest('base64url'));
}
