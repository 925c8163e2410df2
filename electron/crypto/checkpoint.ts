import type { CryptoKey } from 'jose';
import {
  CHECKPOINT_TYP,
  type CheckpointClaims,
  checkpointClaims,
  type EntryLeaf,
  entryLeafText,
  type Inclusion,
} from '../../shared/protocol/checkpoint.ts';
import { leafHash } from './merkle.ts';
import { isIncluded } from './merkle-verify.ts';
import { signLine, verifyLine } from './signed-line.ts';

export function signCheckpoint(claims: CheckpointClaims, key: CryptoKey): Promise<string> {
  return signLine(claims, key, { typ: CHECKPOINT_TYP, kid: claims.hub });
}

/** What a checkpoint says, or null when it is not by this key. */
export async function readCheckpoint(jws: string, hubKey: CryptoKey): Promise<CheckpointClaims | null> {
  const parsed = checkpointClaims.safeParse(await verifyLine(jws, hubKey, CHECKPOINT_TYP));
  return parsed.success ? parsed.data : null;
}

/** Whether the checkpoint holds this device's entry of that hash. */
export function holdsEntry(
  { device, hash }: Pick<EntryLeaf, 'device' | 'hash'>,
  { position, seq, receivedAt, path }: Inclusion,
  head: CheckpointClaims,
): boolean {
  return isIncluded(leafHash(entryLeafText({ device, seq, hash, receivedAt })), position, head, path);
}
