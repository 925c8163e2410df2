import { z } from 'zod';
import { entryHash } from '../events/entry-hash.ts';
import { epochMs } from '../events/event.ts';
import { MOST_SEQ } from './entries.ts';

/** SHA-256 in base64url. */
const treeHash = entryHash;
const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

/** More than a tree of 2^53 leaves ever needs. */
const path = z.array(treeHash).max(110);

/**
 * What the hub signs from time to time over everything it has received: the head of a Merkle tree as in RFC 9162 (JWS by the
 * hub's key, `typ` below). Its leaves stay as and where they are; only new ones come behind them.
 */
export const checkpointClaims = z.object({
  v: z.literal(1),
  hub: z.string().min(1).max(64),
  /** Leaves in the tree. */
  size: count,
  root: treeHash,
  /** The hub's clock. */
  at: epochMs,
});
export type CheckpointClaims = z.infer<typeof checkpointClaims>;
export const CHECKPOINT_TYP = 'diem-cau-checkpoint+jws';

/** What stands in the tree of one entry. `receivedAt`: the hub's clock. */
export const entryLeaf = z.object({
  device: z.string().min(1).max(64),
  seq: z.number().int().positive(),
  hash: entryHash,
  receivedAt: epochMs,
});
export type EntryLeaf = z.infer<typeof entryLeaf>;

/** The leaf's data: this very text is hashed. */
export function entryLeafText({ device, seq, hash, receivedAt }: EntryLeaf): string {
  return JSON.stringify({ v: 1, device, seq, hash, receivedAt });
}

/** The same of one line of the province's own record; `hash`: SHA-256 of it in base64url. */
export function rulingLeafText(id: string, hash: string): string {
  return JSON.stringify({ v: 1, ruling: id, hash });
}

/** Where an entry stands in the tree, and what proves it. */
export const inclusion = z.object({ position: count, seq: z.number().int().positive(), receivedAt: epochMs, path });
export type Inclusion = z.infer<typeof inclusion>;

/**
 * `GET /api/point/checkpoint`: `known` is the size of the checkpoint in hand (0: none), `seq` the entry to be proven: the
 * nearest one up to it that is in the tree is.
 */
export const checkpointQuery = z.object({
  known: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).default(0),
  seq: z.coerce.number().int().positive().max(MOST_SEQ).optional(),
});

/**
 * `checkpoint`: the newest, null before there is one. `consistency`: from the known one to it, empty where that one is not below
 * it. `received`: the number of the device's last entry that the hub has.
 */
export const checkpointAnswer = z.object({
  checkpoint: z.string().min(1).max(4000).nullable(),
  consistency: path,
  inclusion: inclusion.nullable(),
  received: count.optional(),
});
export type CheckpointAnswer = z.infer<typeof checkpointAnswer>;
