import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { listCheckFilings } from '../../../electron/province/db/entries.ts';
import { migrate } from '../../../electron/province/db/migrate.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { verifyStored } from '../../../electron/province/journal/verify-stored.ts';
import { checkRunEvent, passed } from '../../support/device.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, POINT, START } from './hub.ts';

const CLOCK = { offsetMs: -1234.5, errorMs: 2.25 };

/** As the database was before clocks stood beside their lines. */
async function undo(db: Db): Promise<void> {
  await db.schema.dropIndex('entries_check_filings').execute();
  await db.schema.dropIndex('entries_by_meeting_and_type').execute();
  await db.schema.createIndex('entries_by_meeting').on('entries').columns(['meeting_id', 'point_code']).execute();
  await db.schema.alterTable('entries').dropColumn('clock_offset_ms').execute();
  await db.schema.alterTable('entries').dropColumn('clock_error_ms').execute();
  await sql`delete from kysely_migration where name = '0009-read-for-reports'`.execute(db);
}

describe('what a check measured of its device’s clock', () => {
  onBothDatabases((openNew) => {
    it('stands beside its line, also where the line was stored before, and is verified with it', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const reached = { ...passed('link'), measurement: { reached: true, clock: CLOCK } };
      const lost = { ...passed('link'), measurement: { reached: false, step: 'dns' } };
      const lines = [];
      for (const link of [reached, lost]) lines.push(await device.sign(checkRunEvent(MEETING, [link]), START));
      expect((await hub.push(device, lines)).status).toBe(200);
      const told = async () => {
        const filings = await listCheckFilings(hub.db, MEETING, POINT);
        return filings.map((one) => [one.clock_offset_ms, one.clock_error_ms]).sort();
      };
      const wanted = [
        [CLOCK.offsetMs, CLOCK.errorMs],
        [null, null],
      ].sort();
      expect(await told()).toEqual(wanted);
      await undo(hub.db);
      await migrate(hub.db);
      expect(await told()).toEqual(wanted);
      expect((await verifyStored(hub.db)).faults).toEqual([]);
      await sql`update entries set clock_offset_ms = 5 where clock_offset_ms is not null`.execute(hub.db);
      expect((await verifyStored(hub.db)).faults).toMatchObject([{ device: device.id }]);
    });
  });
});
