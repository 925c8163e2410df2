import { type AppError, appErr } from '../../../shared/errors.ts';
import type { SignedEntry } from '../../../shared/events/journal-entry.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { ChainHead, ReadLine } from '../../crypto/verify-chain.ts';
import { type Device, holdDevices, moveHeads } from '../db/devices.ts';
import { insertEntries, storedHashes } from '../db/entries.ts';
import { holdPoints } from '../db/points.ts';
import { type NewPush, notePushes } from '../db/pushes.ts';
import type { Db } from '../db/schema.ts';
import { happeningsOf } from '../webhooks/of-entries.ts';
import { type Happening, queueHooks } from '../webhooks/queue.ts';
import { foldEntries, type MeetingPoint } from './fold-entries.ts';
import { judgePush, maybeStored } from './judge-push.ts';

/** What a device sent, read; the chain is looked at when it is stored. */
export interface Push {
  readonly device: Pick<Device, 'id' | 'pointCode'>;
  readonly lines: readonly ReadLine[];
}

export interface Accepted {
  readonly head: ChainHead;
  readonly accepted: number;
  readonly duplicates: number;
}

export interface Stored {
  /** In the order of the pushes. Errors: those of `judgePush`; `enrolment-missing`, `device-revoked`. */
  readonly answers: readonly Result<Accepted, AppError>[];
  readonly changed: readonly MeetingPoint[];
}

/**
 * Stores pushes, of a device one at most, with everything derived from them in the transaction `tx`: of each push all lines or
 * none. Lines already stored are counted and left alone.
 */
export async function storePushes(tx: Db, pushes: readonly Push[], now: number): Promise<Stored> {
  await holdPoints(
    tx,
    pushes.map(({ device }) => device.pointCode),
    now,
  );
  const devices = await holdDevices(
    tx,
    pushes.map(({ device }) => device.id),
  );
  const doubtful = pushes.flatMap(({ device, lines }) => {
    const held = devices.get(device.id);
    return held === undefined ? [] : maybeStored(held, lines);
  });
  const stored = await storedHashes(tx, doubtful);
  const fresh: SignedEntry[] = [];
  const heads = new Map<string, ChainHead>();
  const happenings: Happening[] = [];
  const answers = pushes.map(({ device, lines }) => {
    const held = devices.get(device.id);
    if (held === undefined) return appErr('enrolment-missing');
    if (held.revokedAt !== null) return appErr('device-revoked');
    const judged = judgePush(held, lines, stored);
    if (!judged.ok) return judged;
    const last = judged.value.at(-1);
    if (last !== undefined) heads.set(held.id, { seq: last.entry.seq, hash: last.hash });
    fresh.push(...judged.value);
    happenings.push(...happeningsOf(held.pointCode, judged.value));
    const accepted = judged.value.length;
    return ok({ head: heads.get(held.id) ?? held.head, accepted, duplicates: lines.length - accepted });
  });
  if (fresh.length === 0) return { answers, changed: [] };
  await moveHeads(tx, heads);
  await insertEntries(tx, fresh, now);
  await notePushes(tx, rangesOf(fresh));
  await queueHooks(tx, happenings, now);
  return { answers, changed: await foldEntries(tx, fresh, now) };
}

/** A push holds the lines of one device without a gap. */
function rangesOf(fresh: readonly SignedEntry[]): readonly NewPush[] {
  const ranges = new Map<string, NewPush>();
  for (const { entry } of fresh) {
    const { device: deviceId, seq } = entry;
    const firstSeq = ranges.get(deviceId)?.firstSeq ?? seq;
    ranges.set(deviceId, { deviceId, firstSeq, lastSeq: seq });
  }
  return [...ranges.values()];
}
