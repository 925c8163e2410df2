import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { shareTokenWindow } from '../../../electron/province/auth/token-window.ts';
import { joinCompany } from '../../../electron/province/company.ts';
import { takeLease } from '../../../electron/province/db/leases.ts';
import { openDatabase } from '../../../electron/province/db/open.ts';
import { countRequest } from '../../../electron/province/db/rate-counts.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { openHubChannel, portions } from '../../../electron/province/live/hub-channel.ts';
import type { LiveNews } from '../../../electron/province/live-bus.ts';
import { stderrLog } from '../../../electron/province/log.ts';
import { checkRunEvent } from '../../support/device.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, ORIGIN, POINT } from './hub.ts';

const log = stderrLog('silent');
const NOW = Date.parse('2026-01-31T01:00:00Z');

describe('what hubs on one database agree on', () => {
  onBothDatabases((openNew) => {
    it('is done by one of them, and by another once that one is gone', async () => {
      const db = await openNew();
      const both = await Promise.all(['a', 'b'].map((holder) => takeLease(db, 'watch', holder, NOW, 1000)));
      expect(both.filter(Boolean)).toHaveLength(1);
      const [had, other] = both[0] ? ['a', 'b'] : ['b', 'a'];
      expect(await takeLease(db, 'watch', had, NOW + 900, 1000)).toBe(true);
      expect(await takeLease(db, 'watch', other, NOW + 1100, 1000)).toBe(false);
      expect(await takeLease(db, 'watch', other, NOW + 1900, 1000)).toBe(true);
    });

    it('is how often an address asked, until the window is over', async () => {
      const db = await openNew();
      const counts = await Promise.all([1, 2, 3].map(() => countRequest(db, 'POST /x 10.0.0.1', NOW, 60_000)));
      expect(counts.map(({ count }) => count).sort()).toEqual([1, 2, 3]);
      expect(await countRequest(db, 'POST /x 10.0.0.2', NOW, 60_000)).toEqual({ count: 1, until: NOW + 60_000 });
      const later = await countRequest(db, 'POST /x 10.0.0.1', NOW + 60_000, 60_000);
      expect(later).toEqual({ count: 1, until: NOW + 120_000 });
    });

    it('is how many they are', async () => {
      const db = await openNew();
      const clock = { ms: NOW, now: () => clock.ms };
      let resyncs = 0;
      const world = { db, clock, log, live: { resync: () => (resyncs += 1) } };
      const first = await joinCompany(world, 20);
      const second = await joinCompany(world, 20);
      expect(second.size()).toBe(2);
      await expect.poll(() => first.size()).toBe(2);
      await second.leave();
      await expect.poll(() => first.size()).toBe(1);
      expect(resyncs).toBe(1);
      await first.leave();
    });
  });
});

const bin = findPostgres();
const name = bin ? 'two hubs on one PostgreSQL' : 'SKIPPED, the Debian package postgresql is not installed';

describe.skipIf(bin === null)(name, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'dc-several-'));
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function two(): Promise<{ db: Db; hubs: ReturnType<typeof openHubChannel>[] }> {
    const url = (await server?.newDatabase()) ?? '';
    const db = await openDatabase({ dataDir, database: url });
    const hubs = [1, 2].map(() => openHubChannel({ db, url, log }));
    onTestFinished(async () => {
      for (const hub of hubs) await hub.stop();
      await db.destroy();
    });
    await expect.poll(() => listeners(db)).toBe(2);
    return { db, hubs };
  }

  async function listeners(db: Db): Promise<number> {
    const { rows } = await sql`select pid from pg_stat_activity
      where datname = current_database() and application_name = 'diem-cau-hub live' and query like 'LISTEN%'`.execute(
      db,
    );
    return rows.length;
  }

  it('tell each other what changed exactly when it is committed', async () => {
    const { db, hubs } = await two();
    const heard: string[] = [];
    for (const [i, hub] of hubs.entries())
      hub.live.onChanged((changes) => heard.push(...changes.map(({ point }) => `${i} ${point}`)));
    const note = (point: string, fails: boolean) =>
      db.transaction().execute(async (tx) => {
        await hubs[0]?.live.noteIn(tx, [{ meetingId: 'm', point }]);
        if (fails) throw new Error('rolled back');
      });
    await expect(note('lost', true)).rejects.toThrow('rolled back');
    await note('kept', false);
    await expect.poll(() => heard).toEqual(['1 kept']);
  });

  it('show news at both, and make consoles read anew what is too long to be told', async () => {
    const { hubs } = await two();
    const seen: string[] = [];
    for (const [i, hub] of hubs.entries()) {
      hub.live.subscribe(
        (news) => seen.push(`${i} ${news.kind}`),
        () => seen.push(`${i} resync`),
      );
    }
    const news: LiveNews = { kind: 'attendance', meetingId: 'm', point: null };
    hubs[0]?.live.publish(news);
    hubs[0]?.live.publish({ ...news, meetingId: 'x'.repeat(9000) });
    await expect.poll(() => seen).toEqual(['0 attendance', '0 attendance', '1 attendance', '1 resync']);
  });

  it('connect again when the connection breaks, and make consoles read anew', async () => {
    const { db, hubs } = await two();
    let resyncs = 0;
    hubs[1]?.live.subscribe(
      () => undefined,
      () => {
        resyncs += 1;
      },
    );
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'diem-cau-hub live'`.execute(db);
    await expect.poll(() => resyncs, { timeout: 10_000 }).toBe(1);
    const heard: string[] = [];
    hubs[1]?.live.subscribe((told) => heard.push(told.kind));
    await expect.poll(() => listeners(db), { timeout: 10_000 }).toBe(2);
    hubs[0]?.live.publish({ kind: 'attendance', meetingId: 'm', point: null });
    await expect.poll(() => heard).toEqual(['attendance']);
  });

  it('take a token once between them', async () => {
    const { db } = await two();
    const windows = [shareTokenWindow(db), shareTokenWindow(db)];
    const ids = Array.from({ length: 20 }, (_, i) => `token ${i}`);
    const asked = ids.flatMap((id) => windows.map((window) => window.admit(id, NOW + 1000, NOW)));
    const admitted = await Promise.all(asked);
    expect(admitted.filter(Boolean)).toHaveLength(ids.length);
    expect(await windows[0]?.admit('token 0', NOW + 1000, NOW)).toBe(false);
  });

  it('tell a console at the one what a point sends to the other', async () => {
    const { db, hubs } = await two();
    const [a, b] = hubs;
    const first = await makeHub(db, { live: a!.live });
    const second = await makeHub(db, { live: b!.live }, false);
    const headers = { ...ORIGIN, ...(await second.signIn('viewer')) };
    const shown: string[] = [];
    b!.live.subscribe((news) => {
      if (news.kind === 'readiness') shown.push(`${news.update.row.point.code} ${news.update.row.state}`);
    });
    const device = await first.enrol();
    expect((await first.push(device, [await device.sign(checkRunEvent(MEETING), 1)])).status).toBe(200);
    await expect.poll(() => shown).toEqual([`${POINT} incomplete`]);
    expect((await second.json({ url: `/api/console/meetings/${MEETING}/readiness`, headers })).status).toBe(200);
  });
});

describe('changes told in one message', () => {
  it('are as many as it bears, none left out', () => {
    const changes = Array.from({ length: 900 }, (_, i) => ({ meetingId: 'hop-giao-ban-thang-1', point: `${i}` }));
    const parts = [...portions(changes)];
    expect(parts.flat().map(([, point]) => point)).toEqual(changes.map(({ point }) => point));
    for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(7900);
    expect(parts.length).toBeGreaterThan(1);
  });
});
