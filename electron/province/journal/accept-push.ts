import type { CryptoKey } from 'jose';
import { type AppError, appErr } from '../../../shared/errors.ts';
import type { SignedEntry } from '../../../shared/events/journal-entry.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { lineHash, publicKey } from '../../crypto/signed-line.ts';
import { type ChainHead, verifyNext } from '../../crypto/verify-chain.ts';
import { advanceHead, type Device, findDevice } from '../db/devices.ts';
import { insertEntries, storedHashes } from '../db/entries.ts';
import { touchPoint } from '../db/points.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import { foldEntries } from './fold-entries.ts';

export interface Accepted {
  readonly head: ChainHead;
  readonly accepted: number;
  readonly duplicates: number;
  /** Meetings whose record changed. */
  readonly meetings: readonly string[];
}

/** Another hub process moved the same chain on between our reading and our writing: read again. */
const TRIES = 20;

/**
 * Takes a device's lines: verified against its key and the head of its chain, then stored with everything derived from them in
 * one transaction: all of them, or none. Lines already stored are counted and left alone.
 * Errors: those of `verifyNext`; `device-revoked`; `hub-busy` when other pushes of the same device kept being first.
 */
export async function acceptPush(
  db: Db,
  deviceId: string,
  lines: readonly string[],
  now: number,
): Promise<Result<Accepted, AppError>> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const device = await findDevice(db, deviceId);
    if (device === undefined) return appErr('enrolment-missing');
    if (device.revokedAt !== null) return appErr('device-revoked');
    const stored = await storedHashes(db, deviceId, lines.map(lineHash));
    const fresh = await verifyLines(device, lines, stored);
    if (!fresh.ok) {
      // Judged by a head and lines that were not read at the same moment, while another hub process was writing.
      if (await hasMovedOn(db, device)) continue;
      return fresh;
    }
    const meetings = await store(db, device, fresh.value, now);
    if (meetings === null) continue;
    const head = headAfter(device.head, fresh.value);
    const accepted = fresh.value.length;
    return ok({ head, accepted, duplicates: lines.length - accepted, meetings });
  }
  return appErr('hub-busy');
}

async function hasMovedOn(db: Db, { id, head }: Device): Promise<boolean> {
  return (await findDevice(db, id))?.head.seq !== head.seq;
}

async function verifyLines(
  device: Device,
  lines: readonly string[],
  stored: ReadonlySet<string>,
): Promise<Result<readonly SignedEntry[], AppError>> {
  const key: CryptoKey = await publicKey(device.key);
  const fresh: SignedEntry[] = [];
  const known = new Set(stored);
  let head = device.head;
  for (const line of lines) {
    const hash = lineHash(line);
    if (known.has(hash)) continue;
    const next = await verifyNext(line, head, { id: device.id, key });
    if (!next.ok) return next;
    // The device speaks for the point it was enrolled for, and for no other.
    if (next.value.entry.point !== device.pointCode) return appErr('journal-bad-chain', { seq: next.value.entry.seq });
    fresh.push(next.value);
    known.add(hash);
    head = { seq: next.value.entry.seq, hash };
  }
  return ok(fresh);
}

/** The meetings that changed, or null when the chain's head was no longer where the lines were verified against. */
async function store(
  db: Db,
  device: Device,
  fresh: readonly SignedEntry[],
  now: number,
): Promise<readonly string[] | null> {
  return db.transaction().execute(async (tx) => {
    // First of all, so that two devices of one point wait for each other here and not lose what the other folded.
    await touchPoint(tx, device.pointCode, now);
    if (fresh.length === 0) return [];
    if (!(await advanceHead(tx, device.id, device.head, headAfter(device.head, fresh)))) return null;
    await insertEntries(tx, fresh, now);
    const { checklist } = await currentPolicy(tx);
    return foldEntries(tx, device.pointCode, fresh, checklist, now);
  });
}

function headAfter(head: ChainHead, fresh: readonly SignedEntry[]): ChainHead {
  const last = fresh.at(-1);
  return last === undefined ? head : { seq: last.entry.seq, hash: last.hash };
}
