import { payloadOf } from '../../../electron/crypto/signed-line.ts';
import { moveHeads } from '../../../electron/province/db/devices.ts';
import { insertEntries } from '../../../electron/province/db/entries.ts';
import { inChunks } from '../../../electron/province/db/in-chunks.ts';
import { putLatest } from '../../../electron/province/db/latest.ts';
import { holdPoints } from '../../../electron/province/db/points.ts';
import { type NewPush, notePushes } from '../../../electron/province/db/pushes.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { journalEntry, type SignedEntry } from '../../../shared/events/journal-entry.ts';
import type { MeetingRecord, ReadinessState } from '../../../shared/meeting/readiness.ts';
import type { MadePoint } from './orders.ts';
import { MEETING } from './record.ts';

/** Entries that were sent and are not there; entries that are there, or were counted into a record, more than once. */
export interface Count {
  readonly lost: number;
  readonly doubled: number;
}

export async function countEntries(db: Db, points: readonly MadePoint[]): Promise<Count> {
  const stored = await db
    .selectFrom('entries')
    .select(({ fn }) => ['device_id', fn.countAll<number>().as('lines'), fn.max('seq').as('last')])
    .groupBy('device_id')
    .execute();
  const byDevice = new Map(stored.map((row) => [row.device_id, row]));
  const heads = new Map(
    (await db.selectFrom('devices').select(['id', 'head_hash']).execute()).map((row) => [row.id, row.head_hash]),
  );
  const folded = await db
    .selectFrom('latest')
    .select(['point_code', 'entry_count'])
    .where('meeting_id', '=', MEETING)
    .execute();
  const counted = new Map(folded.map((row) => [row.point_code, row.entry_count]));
  let lost = 0;
  let doubled = 0;
  for (const { id, code, entries, head } of points) {
    const lines = Number(byDevice.get(id)?.lines ?? 0);
    lost += Math.max(0, entries - lines) + Math.max(0, entries - (counted.get(code) ?? 0));
    doubled += Math.max(0, lines - entries) + Math.max(0, (counted.get(code) ?? 0) - entries);
    // The chain's last hash holds every line before it.
    if (lines === entries && heads.get(id) !== head) lost += 1;
  }
  return { lost, doubled };
}

/**
 * What a push leaves behind, taken from one database and written straight into another: the same rows of the same tables,
 * 500 lines a transaction. Answers entries per second.
 */
export async function insertDirectly(from: Db, to: Db): Promise<number> {
  const rows = await from.selectFrom('entries').selectAll().orderBy('device_id').orderBy('seq').execute();
  const latest = await from.selectFrom('latest').selectAll().where('meeting_id', '=', MEETING).execute();
  const records = new Map(
    latest.map((row) => [
      row.point_code,
      {
        record: JSON.parse(row.record) as MeetingRecord,
        state: row.state as ReadinessState,
        entryCount: row.entry_count,
      },
    ]),
  );
  const chunks = [...inChunks(rows.map(({ jws, hash }) => ({ jws, hash, entry: journalEntry.parse(payloadOf(jws)) })))];
  const start = performance.now();
  for (const lines of chunks) {
    await to.transaction().execute(async (tx) => {
      const codes = [...new Set(lines.map(({ entry }) => entry.point))];
      await holdPoints(tx, codes, 0);
      await insertEntries(tx, lines, 0);
      const ends = new Map(lines.map(({ entry, hash }) => [entry.device, { seq: entry.seq, hash }]));
      await moveHeads(tx, ends);
      await notePushes(tx, pushesOf(lines));
      await putLatest(
        tx,
        MEETING,
        new Map(
          codes.flatMap((code) => {
            const of = records.get(code);
            return of ? [[code, of]] : [];
          }),
        ),
        0,
      );
    });
  }
  return rows.length / ((performance.now() - start) / 1000);
}

/** One a device, as if it had sent all of them at once. */
function pushesOf(lines: readonly SignedEntry[]): readonly NewPush[] {
  const pushes = new Map<string, NewPush>();
  for (const { entry } of lines) {
    const firstSeq = pushes.get(entry.device)?.firstSeq ?? entry.seq;
    pushes.set(entry.device, { deviceId: entry.device, firstSeq, lastSeq: entry.seq });
  }
  return [...pushes.values()];
}
