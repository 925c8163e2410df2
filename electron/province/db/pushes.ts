import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import { inChunks } from './in-chunks.ts';
import type { Db, EntriesTable } from './schema.ts';

/**
 * Positions are handed out before they are committed: on PostgreSQL a later one may be seen first. So every writer holds an
 * advisory lock, named by the last position given before its own, until it has committed; what is below the lowest lock held is
 * settled for good. The upper bits of the lock's number tell it from locks of others.
 */
const LOCK_SPACE = 17_475;
const LOCK_BITS = 44;
/** The last position given; before the first the sequence says 1 without having given it. */
const LAST_GIVEN = sql<number>`case when is_called then last_value else last_value - 1 end`;

export interface NewPush {
  readonly deviceId: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** Writes down which lines came in, in the transaction that stores them. */
export async function notePushes(tx: Db, pushes: readonly NewPush[]): Promise<void> {
  if (pushes.length === 0) return;
  if (isPostgres(tx)) {
    const key = sql`(${sql.lit(LOCK_SPACE)}::bigint << ${sql.lit(LOCK_BITS)}) + ${LAST_GIVEN}`;
    await sql`select pg_advisory_xact_lock_shared(${key}) from pushes_position_seq`.execute(tx);
  }
  for (const chunk of inChunks(pushes)) {
    const values = chunk.map(({ deviceId, firstSeq, lastSeq }) => ({
      device_id: deviceId,
      first_seq: firstSeq,
      last_seq: lastSeq,
    }));
    await tx.insertInto('pushes').values(values).execute();
  }
}

export interface Positions {
  /** The last one given. */
  readonly last: number;
  /** Up to this one nothing can appear any more that is not there yet. */
  readonly settled: number;
}

export async function currentPositions(db: Db): Promise<Positions> {
  if (!isPostgres(db)) {
    const last = await db
      .selectFrom('pushes')
      .select(({ fn }) => fn.max('position').as('position'))
      .executeTakeFirst();
    const position = last?.position ?? 0;
    return { last: position, settled: position };
  }
  // In this order: who takes a position after the first answer gets a higher one than it says.
  const given = await sql<{ at: number }>`select ${LAST_GIVEN} as at from pushes_position_seq`.execute(db);
  const held = await sql<{ at: number | null }>`
    select min(number & ((1::bigint << ${sql.lit(LOCK_BITS)}) - 1)) as at
    from (
      select (classid::bigint << 32) | objid::bigint as number from pg_locks
      where locktype = 'advisory' and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())
    ) locks
    where number >> ${sql.lit(LOCK_BITS)} = ${sql.lit(LOCK_SPACE)}`.execute(db);
  const last = given.rows[0]?.at ?? 0;
  return { last, settled: Math.min(last, held.rows[0]?.at ?? last) };
}

/** A place in the order entries came in: after `seq` of the push at `position`. */
export interface EntryPlace {
  readonly position: number;
  readonly seq: number;
}

export type PlacedRow = EntriesTable & { readonly position: number };

/** Up to `limit` entries after a place, in the order they came in, none beyond `settled`. */
export async function entriesAfter(
  db: Db,
  after: EntryPlace,
  {
    settled,
    limit,
    meetingId,
  }: { readonly settled: number; readonly limit: number; readonly meetingId?: string | undefined },
): Promise<readonly PlacedRow[]> {
  let query = db
    .selectFrom('pushes')
    .innerJoin('entries', (join) =>
      join
        .onRef('entries.device_id', '=', 'pushes.device_id')
        .onRef('entries.seq', '>=', 'pushes.first_seq')
        .onRef('entries.seq', '<=', 'pushes.last_seq'),
    )
    .selectAll('entries')
    .select('pushes.position')
    .where('pushes.position', '>=', after.position)
    .where('pushes.position', '<=', settled)
    .where(({ or, eb }) => or([eb('pushes.position', '>', after.position), eb('entries.seq', '>', after.seq)]));
  if (meetingId !== undefined) query = query.where('entries.meeting_id', '=', meetingId);
  return query.orderBy('pushes.position').orderBy('entries.seq').limit(limit).execute();
}
