import type { AppError } from '../../../shared/errors.ts';
import type { SignedEntry } from '../../../shared/events/journal-entry.ts';
import { publicKey } from '../../crypto/signed-line.ts';
import { CHAIN_START, verifyNext } from '../../crypto/verify-chain.ts';
import { type Device, listDevices } from '../db/devices.ts';
import { factsOf, listEntries } from '../db/entries.ts';
import type { Db, EntriesTable } from '../db/schema.ts';

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
}

const PAGE = 500;

/** Verifies every stored line again: signature, chain, the facts beside it, and that each chain ends where its device's head says. */
export async function verifyStored(db: Db): Promise<StoredVerification> {
  const devices = await listDevices(db);
  const faults: StoredProblem[] = [];
  let entries = 0;
  for (const device of devices) {
    const { checked, error } = await verifyDevice(db, device);
    entries += checked;
    if (error !== null) faults.push({ device: device.id, point: device.pointCode, error });
  }
  return { devices: devices.length, entries, faults };
}

async function verifyDevice(db: Db, device: Device): Promise<{ checked: number; error: AppError | null }> {
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
