import type { AppError } from '../../../shared/errors.ts';
import type { SignedEntry } from '../../../shared/events/journal-entry.ts';
import { createTimesBack, type TimeBack } from '../../../shared/events/times-back.ts';
import type { TreeHead } from '../../crypto/merkle-verify.ts';
import { publicKey } from '../../crypto/signed-line.ts';
import { CHAIN_START, verifyNext } from '../../crypto/verify-chain.ts';
import { type TreeVerification, verifyTree } from '../checkpoints/verify-tree.ts';
import { type Device, listDevices } from '../db/devices.ts';
import { factsOf, listEntries } from '../db/entries.ts';
import type { Db, EntriesTable } from '../db/schema.ts';
import { hubFacts } from '../identity.ts';

export interface StoredProblem {
  readonly device: string;
  readonly point: string;
  readonly error: AppError;
}

export interface StoredVerification {
  readonly devices: number;
  readonly entries: number;
  /** At most one a device: where its chain first breaks. */
  readonly faults: readonly StoredProblem[];
  /** The Merkle tree over all of it, and the heads signed of it. */
  readonly tree: TreeVerification;
  /** Entries dated well before the one they follow: to be looked at, no fault. */
  readonly timesBack: readonly TimeBack[];
}

const PAGE = 500;

/**
 * Verifies every stored line again: signature, chain, the facts beside it, that each chain ends where its device's head says, and
 * the tree over all of them against every signed head, with those that were `seen` elsewhere.
 */
export async function verifyStored(db: Db, seen: readonly TreeHead[] = []): Promise<StoredVerification> {
  const devices = await listDevices(db);
  const faults: StoredProblem[] = [];
  const times = createTimesBack();
  let entries = 0;
  for (const device of devices) {
    const { checked, error } = await verifyDevice(db, device, times.see);
    entries += checked;
    if (error !== null) faults.push({ device: device.id, point: device.pointCode, error });
  }
  const tree = await verifyTree(db, await publicKey((await hubFacts(db)).publicKey), seen);
  return { devices: devices.length, entries, faults, tree, timesBack: times.all };
}

/** Where a device's chain first breaks; null where it holds to its head. */
export async function verifyDevice(
  db: Db,
  device: Device,
  see: (entry: SignedEntry['entry']) => void,
): Promise<{ checked: number; error: AppError | null }> {
  const key = await publicKey(device.key);
  let head = CHAIN_START;
  for (;;) {
    const page = await listEntries(db, device.id, head.seq, PAGE);
    for (const row of page) {
      const next = await verifyNext(row.jws, head, { id: device.id, key });
      if (!next.ok) return { checked: head.seq, error: next.error };
      if (next.value.entry.point !== device.pointCode || !factsMatch(row, next.value)) {
        return { checked: head.seq, error: { code: 'journal-bad-chain', values: { seq: row.seq } } };
      }
      see(next.value.entry);
      head = { seq: next.value.entry.seq, hash: next.value.hash };
    }
    if (page.length < PAGE) break;
  }
  // Lines cut off at the end leave a chain that holds: only the head remembers them.
  const whole = head.seq === device.head.seq && head.hash === device.head.hash;
  return { checked: head.seq, error: whole ? null : { code: 'journal-gap', values: { seq: device.head.seq } } };
}

function factsMatch(row: EntriesTable, line: SignedEntry): boolean {
  const facts = { ...factsOf(line), received_at: row.received_at };
  return (Object.keys(facts) as (keyof EntriesTable)[]).every((name) => facts[name] === row[name]);
}
