import type { CheckpointAnswer, Inclusion } from '../../../shared/protocol/checkpoint.ts';
import { consistencyPath, inclusionPath } from '../../crypto/merkle.ts';
import { findEntry } from '../db/entries.ts';
import type { Db } from '../db/schema.ts';
import { findLeaf, newestCheckpoint, treeNodes } from '../db/tree.ts';

/** The newest checkpoint, with what proves that it continues one of `known` leaves and holds the device's entry `seq`. */
export async function answerCheckpoint(
  db: Db,
  device: string,
  known: number,
  seq: number | undefined,
): Promise<CheckpointAnswer> {
  const newest = await newestCheckpoint(db);
  if (newest === undefined) return { checkpoint: null, consistency: [], inclusion: null };
  const consistency = known < newest.size ? await consistencyPath(known, newest.size, treeNodes(db)) : [];
  const inclusion = seq === undefined ? null : await inclusionOf(db, device, seq, newest.size);
  return { checkpoint: newest.jws, consistency, inclusion };
}

async function inclusionOf(db: Db, device: string, upTo: number, size: number): Promise<Inclusion | null> {
  const leaf = await findLeaf(db, device, upTo, size);
  const entry = leaf && (await findEntry(db, device, leaf.seq));
  if (leaf === undefined || entry === undefined) return null;
  const { position, seq } = leaf;
  return { position, seq, receivedAt: entry.received_at, path: await inclusionPath(position, size, treeNodes(db)) };
}
