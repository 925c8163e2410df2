import type { Db } from '../../../electron/province/db/schema.ts';
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
