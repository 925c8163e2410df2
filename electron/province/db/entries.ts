import { sql } from 'kysely';
import { clockReadingOf } from '../../../shared/attendance/clock.ts';
import type { SignedEntry } from '../../../shared/events/journal-entry.ts';
import type { JournalEvent } from '../../../shared/events/journal-event.ts';
import { inChunks } from './in-chunks.ts';
import { type Columns, insertRows } from './insert-rows.ts';
import type { Db, EntriesTable } from './schema.ts';

const COLUMNS: Columns<'entries'> = {
  device_id: 'text',
  seq: 'integer',
  hash: 'text',
  prev: 'text',
  jws: 'text',
  point_code: 'text',
  type: 'text',
  meeting_id: 'text',
  at: 'bigint',
  received_at: 'bigint',
  clock_offset_ms: 'double precision',
  clock_error_ms: 'double precision',
};

/** Adds verified lines with the facts read from them. */
export async function insertEntries(db: Db, lines: readonly SignedEntry[], receivedAt: number): Promise<void> {
  const rows = lines.map((line) => ({ ...factsOf(line), received_at: receivedAt }));
  await insertRows(db, 'entries', COLUMNS, rows);
}

/** What `entries` holds of a line, apart from when it came. */
export function factsOf({ entry, hash, jws }: SignedEntry): Omit<EntriesTable, 'received_at'> {
  const clock = clockReadingOf(entry.event, entry.at);
  return {
    device_id: entry.device,
    seq: entry.seq,
    hash,
    prev: entry.prev,
    jws,
    point_code: entry.point,
    type: entry.event.type,
    meeting_id: meetingOf(entry.event),
    at: entry.at,
    clock_offset_ms: clock?.offsetMs ?? null,
    clock_error_ms: clock?.errorMs ?? null,
  };
}

/** The meeting an event is about; null for one that is about none. */
export function meetingOf(event: JournalEvent): string | null {
  return 'meetingId' in event ? event.meetingId : null;
}

/** Those of the hashes that are stored, of whichever device: a hash is one line's alone. */
export async function storedHashes(db: Db, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const stored = new Set<string>();
  for (const chunk of inChunks(hashes)) {
    const rows = await db.selectFrom('entries').select('hash').where('hash', 'in', chunk).execute();
    for (const { hash } of rows) stored.add(hash);
  }
  return stored;
}

/** One stored line of a device. */
export async function findEntry(db: Db, deviceId: string, seq: number): Promise<EntriesTable | undefined> {
  return db
    .selectFrom('entries')
    .selectAll()
    .where('device_id', '=', deviceId)
    .where('seq', '=', seq)
    .executeTakeFirst();
}

/** Up to `limit` stored lines of a device from the one after `afterSeq`, in the order of its chain. */
export async function listEntries(
  db: Db,
  deviceId: string,
  afterSeq: number,
  limit: number,
): Promise<readonly EntriesTable[]> {
  return db
    .selectFrom('entries')
    .selectAll()
    .where('device_id', '=', deviceId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Lines of some kinds about a meeting, of all its points or of one. */
export async function listMeetingLines(
  db: Db,
  meetingId: string,
  types: readonly JournalEvent['type'][],
  point?: string,
): Promise<readonly Pick<EntriesTable, 'hash' | 'jws'>[]> {
  let query = db.selectFrom('entries').select(['hash', 'jws']).where('meeting_id', '=', meetingId);
  if (point !== undefined) query = query.where('point_code', '=', point);
  return query.where('type', 'in', [...types]).execute();
}

/** A check filed for a meeting, read without its line. */
export type CheckFiling = Pick<
  EntriesTable,
  'point_code' | 'device_id' | 'at' | 'received_at' | 'clock_offset_ms' | 'clock_error_ms'
>;

/** The checks filed for a meeting, of all its points or of one. */
export async function listCheckFilings(db: Db, meetingId: string, point?: string): Promise<readonly CheckFiling[]> {
  let query = db
    .selectFrom('entries')
    .select(['point_code', 'device_id', 'at', 'received_at', 'clock_offset_ms', 'clock_error_ms'])
    .where('meeting_id', '=', meetingId)
    // Literally: a database knows only then that its index over just these lines will do.
    .where('type', '=', sql.lit('check-run'));
  if (point !== undefined) query = query.where('point_code', '=', point);
  return query.execute();
}

/** All of a point's lines of one kind, the oldest first by the hub's clock. */
export async function listLinesOfType(
  db: Db,
  point: string,
  type: JournalEvent['type'],
): Promise<readonly Pick<EntriesTable, 'hash' | 'jws' | 'received_at'>[]> {
  return db
    .selectFrom('entries')
    .select(['hash', 'jws', 'received_at'])
    .where('point_code', '=', point)
    .where('type', '=', type)
    .orderBy('received_at')
    .orderBy('device_id')
    .orderBy('seq')
    .execute();
}

/** A point's lines of one kind about these meetings. */
export async function listPointLines(
  db: Db,
  point: string,
  type: JournalEvent['type'],
  meetingIds: readonly string[],
): Promise<readonly Pick<EntriesTable, 'hash' | 'jws'>[]> {
  if (meetingIds.length === 0) return [];
  return db
    .selectFrom('entries')
    .select(['hash', 'jws'])
    .where('point_code', '=', point)
    .where('type', '=', type)
    .where('meeting_id', 'in', [...meetingIds])
    .execute();
}

/** A point's newest lines of one kind, the newest first by the hub's clock. */
export async function listNewestLines(
  db: Db,
  point: string,
  type: JournalEvent['type'],
  limit: number,
): Promise<readonly Pick<EntriesTable, 'hash' | 'jws' | 'received_at'>[]> {
  return db
    .selectFrom('entries')
    .select(['hash', 'jws', 'received_at'])
    .where('point_code', '=', point)
    .where('type', '=', type)
    .orderBy('received_at', 'desc')
    .orderBy('device_id')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}

/** Every line of a point about a meeting, in the order it came. */
export async function allMeetingLines(
  db: Db,
  meetingId: string,
  point: string,
): Promise<readonly Pick<EntriesTable, 'hash' | 'jws' | 'device_id' | 'seq' | 'type' | 'at' | 'received_at'>[]> {
  return db
    .selectFrom('entries')
    .select(['hash', 'jws', 'device_id', 'seq', 'type', 'at', 'received_at'])
    .where('meeting_id', '=', meetingId)
    .where('point_code', '=', point)
    .orderBy('received_at')
    .orderBy('device_id')
    .orderBy('seq')
    .execute();
}
