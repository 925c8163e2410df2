import { type Kysely, type Migration, sql } from 'kysely';
import { payloadOf } from '../../../crypto/signed-line.ts';

/**
 * What reports and the roll call read again and again: found by the kind of a line, and what a check measured of its device's
 * clock without opening the line, which is the largest there is.
 */
export const readForReports: Migration = {
  async up(db) {
    const table = () => db.schema.alterTable('entries');
    await table().addColumn('clock_offset_ms', 'double precision').execute();
    await table().addColumn('clock_error_ms', 'double precision').execute();
    await readClocks(db);
    await db.schema.dropIndex('entries_by_meeting').execute();
    await db.schema
      .createIndex('entries_by_meeting_and_type')
      .on('entries')
      .columns(['meeting_id', 'type', 'point_code'])
      .execute();
    // Holds all that is asked of a check's line, so that the line itself stays on the disk.
    await db.schema
      .createIndex('entries_check_filings')
      .on('entries')
      .columns(['meeting_id', 'point_code', 'device_id', 'at', 'received_at', 'clock_offset_ms', 'clock_error_ms'])
      .where(sql.ref('type'), '=', sql.lit('check-run'))
      .execute();
  },
};

interface Row {
  readonly device_id: string;
  readonly seq: number;
  readonly jws: string;
}

const PAGE = 200;

/** As `clockReadingOf` reads a line; written out here, because a migration stays as it was. */
async function readClocks(db: Kysely<unknown>): Promise<void> {
  let [device, seq] = ['', 0];
  for (;;) {
    const { rows } = await sql<Row>`select device_id, seq, jws from entries
      where type = 'check-run' and (device_id > ${device} or (device_id = ${device} and seq > ${seq}))
      order by device_id, seq limit ${sql.lit(PAGE)}`.execute(db);
    for (const row of rows) {
      const clock = clockOf(row.jws);
      if (clock !== null)
        await sql`update entries set clock_offset_ms = ${clock.offsetMs}, clock_error_ms = ${clock.errorMs}
          where device_id = ${row.device_id} and seq = ${row.seq}`.execute(db);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    [device, seq] = [last.device_id, last.seq];
  }
}

interface Line {
  readonly event?: {
    readonly results?: readonly {
      readonly id: string;
      readonly measurement: { readonly reached?: boolean; readonly clock?: unknown } | null;
    }[];
  };
}

function clockOf(jws: string): { readonly offsetMs: number; readonly errorMs: number } | null {
  const { event } = payloadOf(jws) as Line;
  const link = event?.results?.find(({ id }) => id === 'link')?.measurement;
  if (link?.reached !== true) return null;
  const { offsetMs, errorMs } = (link.clock ?? {}) as { offsetMs?: unknown; errorMs?: unknown };
  return typeof offsetMs === 'number' && typeof errorMs === 'number' && errorMs >= 0 ? { offsetMs, errorMs } : null;
}
