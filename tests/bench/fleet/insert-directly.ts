import { payloadOf } from '../../../electron/crypto/signed-line.ts';
import { moveHeads } from '../../../electron/province/db/devices.ts';
import { insertEntries } from '../../../electron/province/db/entries.ts';
import { inChunks } from '../../../electron/province/db/in-chunks.ts';
import { type Latest, putLatest } from '../../../electron/province/db/latest.ts';
import { holdPoints } from '../../../electron/province/db/points.ts';
import { notePushes } from '../../../electron/province/db/pushes.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { journalEntry, type SignedEntry } from '../../../shared/events/journal-entry.ts';
import type { MeetingRecord, ReadinessState } from '../../../shared/meeting/readiness.ts';
import { MEETING } from './record.ts';

/** Lines of one push. */
export type PushedLines = readonly SignedEntry[];

/** What a hub was sent, push by push in the order it took them, with the records they came to. */
export interface Taken {
  readonly pushes: readonly PushedLines[];
  readonly records: ReadonlyMap<string, Latest>;
}

export async function readTaken(from: Db): Promise<Taken> {
  const ranges = await from.selectFrom('pushes').selectAll().orderBy('position').execute();
  const rows = await from.selectFrom('entries').selectAll().orderBy('device_id').orderBy('seq').execute();
  const lines = new Map<string, SignedEntry[]>();
  for (const { jws, hash, device_id } of rows) {
    const line = { jws, hash, entry: journalEntry.parse(payloadOf(jws)) };
    const chain = lines.get(device_id);
    if (chain) chain.push(line);
    else lines.set(device_id, [line]);
  }
  const latest = await from.selectFrom('latest').selectAll().where('meeting_id', '=', MEETING).execute();
  return {
    // Every chain starts at 1 and has no gap.
    pushes: ranges.map((range) => (lines.get(range.device_id) ?? []).slice(range.first_seq - 1, range.last_seq)),
    records: new Map(latest.map((row) => [row.point_code, readLatest(row)])),
  };
}

function readLatest(row: { readonly record: string; readonly state: string; readonly entry_count: number }): Latest {
  const record = JSON.parse(row.record) as MeetingRecord;
  return { record, state: row.state as ReadinessState, entryCount: row.entry_count };
}

/**
 * The same rows of the same tables written straight into another database, each transaction synced to disk as the hub's are.
 * Answers entries per second. @param writers at the same time, each with a connection of its own: as many as there were hubs.
 * @param gathered pushes of one transaction.
 */
export async function insertDirectly(
  { pushes, records }: Taken,
  to: Db,
  { writers, gathered }: { readonly writers: number; readonly gathered: number },
): Promise<number> {
  const groups: PushedLines[] = [];
  for (let at = 0; at < pushes.length; at += gathered) groups.push(pushes.slice(at, at + gathered).flat());
  let next = 0;
  const write = async () => {
    for (let lines = groups[next++]; lines !== undefined; lines = groups[next++]) await insertGroup(to, lines, records);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: writers }, write));
  return groups.flat().length / ((performance.now() - start) / 1000);
}

function insertGroup(to: Db, lines: PushedLines, records: Taken['records']): Promise<void> {
  return to.transaction().execute(async (tx) => {
    const codes = [...new Set(lines.map(({ entry }) => entry.point))];
    await holdPoints(tx, codes, 0);
    await moveHeads(tx, new Map(lines.map(({ entry, hash }) => [entry.device, { seq: entry.seq, hash }])));
    for (const chunk of inChunks(lines)) await insertEntries(tx, chunk, 0);
    const firsts = new Map([...lines].reverse().map(({ entry }) => [entry.device, entry.seq]));
    const lasts = new Map(lines.map(({ entry }) => [entry.device, entry.seq]));
    await notePushes(
      tx,
      [...firsts].map(([deviceId, firstSeq]) => ({ deviceId, firstSeq, lastSeq: lasts.get(deviceId) ?? firstSeq })),
    );
    const latest = codes.flatMap((code): [string, Latest][] => {
      const of = records.get(code);
      return of ? [[code, of]] : [];
    });
    await putLatest(tx, MEETING, new Map(latest), 0);
  });
}
