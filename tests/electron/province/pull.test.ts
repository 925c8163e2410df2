import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { issueApiToken } from '../../../electron/province/auth/api-token.ts';
import { isPostgres } from '../../../electron/province/db/dialect.ts';
import { currentPositions, notePushes } from '../../../electron/province/db/pushes.ts';
import { changeInvitations } from '../../../electron/province/meetings/invite.ts';
import { SCOPES, type Scope } from '../../../shared/protocol/api-tokens.ts';
import {
  type PulledAttendance,
  type PulledEntries,
  type PulledReadiness,
  pulledAttendance,
  pulledEntries,
  pulledReadiness,
} from '../../../shared/protocol/pull.ts';
import { checkRunEvent, passed, type TestDevice } from '../../support/device.ts';
import { onBothDatabases } from './databases.ts';
import { MEETING, makeHub, OTHER_POINT, POINT, START, type TestHub } from './hub.ts';

const READINESS = `/api/v1/meetings/${MEETING}/readiness`;
const ATTENDANCE = `/api/v1/meetings/${MEETING}/attendance`;
const ENTRIES = '/api/v1/entries';

async function bearer(hub: TestHub, scopes: readonly Scope[] = SCOPES) {
  const now = hub.clock.ms;
  const token = await issueApiToken(hub.db, { name: 'bang-tin', scopes, now, expiresAt: now + 86_400_000 });
  return { authorization: `Bearer ${token}` };
}

async function puller(hub: TestHub) {
  const headers = await bearer(hub);
  const pull = async (url: string, since?: string, limit?: number) => {
    const query = new URLSearchParams({ ...(since && { since }), ...(limit && { limit: String(limit) }) });
    const { status, body } = await hub.json({ url: `${url}?${query}`, headers });
    expect([status, body]).toEqual([200, expect.anything()]);
    return body;
  };
  return {
    headers,
    readiness: async (since?: string): Promise<PulledReadiness> => pulledReadiness.parse(await pull(READINESS, since)),
    attendance: async (since?: string, limit?: number): Promise<PulledAttendance> =>
      pulledAttendance.parse(await pull(ATTENDANCE, since, limit)),
    entries: async (since?: string, limit?: number): Promise<PulledEntries> =>
      pulledEntries.parse(await pull(ENTRIES, since, limit)),
  };
}

const codes = (rows: readonly { readonly point: { readonly code: string } }[]) => rows.map(({ point }) => point.code);

async function checks(hub: TestHub, device: TestDevice, times = 1): Promise<void> {
  const lines: string[] = [];
  for (let i = 0; i < times; i += 1)
    lines.push(await device.sign(checkRunEvent(MEETING, [passed('camera')]), START - i));
  expect((await hub.push(device, lines)).status).toBe(200);
}

onBothDatabases((openNew) => {
  describe('pulling rows of a meeting', () => {
    it('answers all of them first, then only what changed', async () => {
      const hub = await makeHub(await openNew());
      const pull = await puller(hub);
      const device = await hub.enrol();
      const first = await pull.readiness();
      expect(codes(first.rows).sort()).toEqual([POINT, OTHER_POINT].sort());
      expect((await pull.readiness(first.cursor)).rows).toEqual([]);
      await checks(hub, device);
      const second = await pull.readiness(first.cursor);
      expect(codes(second.rows)).toEqual([POINT]);
      expect(second.rows[0]?.checks.camera?.verdict).toBe('pass');
      expect(await pull.readiness(first.cursor)).toEqual(second);
      expect((await pull.readiness(second.cursor)).rows).toEqual([]);
      const doing = { actor: 'cli', now: hub.clock.ms };
      await changeInvitations(hub.db, MEETING, { put: [], remove: [OTHER_POINT], reason: 'x' }, doing);
      expect(await pull.readiness(second.cursor)).toMatchObject({ rows: [], removed: [OTHER_POINT], more: false });
    });

    it('brings what time alone changes in the roll call', async () => {
      const hub = await makeHub(await openNew());
      const pull = await puller(hub);
      const device = await hub.enrol();
      await checks(hub, device);
      const before = await pull.attendance();
      const url = '/api/point/feed?head=1';
      hub.clock.ms = START + 20 * 60_000;
      const headers = { authorization: `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}` };
      expect((await hub.json({ url, headers })).status).toBe(200);
      const after = await pull.attendance(before.cursor);
      expect(codes(after.rows)).toContain(POINT);
      expect((await pull.attendance(after.cursor)).rows).toEqual([]);
    });

    it('comes page by page', async () => {
      const hub = await makeHub(await openNew());
      const pull = await puller(hub);
      const first = await pull.attendance(undefined, 1);
      const second = await pull.attendance(first.cursor, 1);
      expect([first.more, second.more]).toEqual([true, false]);
      expect([...codes(first.rows), ...codes(second.rows)].sort()).toEqual([POINT, OTHER_POINT].sort());
    });

    it('loses nothing while many ask and others write', async () => {
      const hub = await makeHub(await openNew());
      const pull = await puller(hub);
      const device = await hub.enrol();
      let { rows, cursor } = await pull.readiness();
      const mirror = new Map(rows.map((row) => [row.point.code, row]));
      for (let round = 0; round < 5; round += 1) {
        const [answer] = await Promise.all([
          pull.readiness(cursor),
          checks(hub, device, 2),
          pull.readiness(),
          pull.readiness(cursor),
        ]);
        ({ rows, cursor } = answer);
        for (const row of rows) mirror.set(row.point.code, row);
      }
      for (const row of (await pull.readiness(cursor)).rows) mirror.set(row.point.code, row);
      const facts = ({ lastContactAt: _, ...row }: PulledReadiness['rows'][number]) => row;
      expect([...mirror.values()].map(facts)).toEqual(
        (await pull.readiness()).rows.map((row) => facts(mirror.get(row.point.code) ?? row)),
      );
      expect(facts(mirror.get(POINT)!)).toEqual(
        facts((await pull.readiness()).rows.find(({ point }) => point.code === POINT)!),
      );
    });
  });

  describe('pulling entries', () => {
    it('answers each once, in the order they came in, also page by page and of one meeting', async () => {
      const hub = await makeHub(await openNew());
      const pull = await puller(hub);
      const devices = [await hub.enrol(), await hub.enrol(OTHER_POINT)];
      for (const device of devices) await checks(hub, device, 3);
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let more = true; more; ) {
        const page = await pull.entries(cursor, 2);
        seen.push(...page.entries.map(({ device, seq }) => `${device} ${seq}`));
        ({ cursor, more } = page);
      }
      expect(seen).toEqual(devices.flatMap(({ id }) => [1, 2, 3].map((seq) => `${id} ${seq}`)));
      await checks(hub, devices[0]!);
      const { entries } = await pull.entries(cursor);
      expect(entries).toMatchObject([{ seq: 4, event: { type: 'check-run' }, point: POINT, meetingId: MEETING }]);
      const { body } = await hub.json({ url: `${ENTRIES}?meeting=khac`, headers: pull.headers });
      expect(pulledEntries.parse(body)).toMatchObject({ entries: [], more: false });
    });

    it('never skips a push that is committed after a later one', async () => {
      const db = await openNew();
      const hub = await makeHub(db);
      const devices = await Promise.all(Array.from({ length: 8 }, () => hub.enrol()));
      for (const device of devices) await checks(hub, device);
      // The stores of many pushes at once, held open for a moment of chance, while a reader follows.
      const base = (await currentPositions(db)).last;
      const found: number[] = [];
      let up = base;
      let writing = true;
      const reader = (async () => {
        for (let last = false; !last; ) {
          last = !writing;
          const { settled } = await currentPositions(db);
          const rows = await db
            .selectFrom('pushes')
            .select('position')
            .where('position', '>', up)
            .where('position', '<=', settled)
            .execute();
          found.push(...rows.map(({ position }) => position));
          up = Math.max(up, settled);
        }
      })();
      await Promise.all(
        devices.map(async ({ id }, turn) => {
          for (let i = 0; i < 12; i += 1) {
            await db
              .transaction()
              .execute(async (tx) => {
                await notePushes(tx, [{ deviceId: id, firstSeq: 1, lastSeq: 1 }]);
                if (isPostgres(db)) await sql`select pg_sleep(${((turn * 7 + i * 3) % 5) / 500})`.execute(tx);
                if ((turn + i) % 5 === 0) throw new Error('rolled back');
              })
              .catch((error: Error) => expect(error.message).toBe('rolled back'));
          }
        }),
      );
      writing = false;
      await reader;
      const all = await db.selectFrom('pushes').select('position').where('position', '>', base).execute();
      expect(found.sort((a, b) => a - b)).toEqual(all.map(({ position }) => position).sort((a, b) => a - b));
      expect(new Set(found).size).toBe(found.length);
    });
  });

  describe('the pull API', () => {
    it('answers 304 to who has it, by a strong ETag', async () => {
      const hub = await makeHub(await openNew());
      const { headers } = await puller(hub);
      const device = await hub.enrol();
      for (const url of ['/api/v1/meetings', '/api/v1/points', READINESS, ATTENDANCE, ENTRIES, '/api/openapi.json']) {
        const first = await hub.app.inject({ url, headers });
        const etag = String(first.headers.etag);
        expect(etag).toMatch(/^"[\w-]+"$/);
        for (const named of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
          const again = await hub.app.inject({ url, headers: { ...headers, 'if-none-match': named } });
          expect([url, again.statusCode, again.body, again.headers.etag]).toEqual([url, 304, '', etag]);
        }
        const other = await hub.app.inject({ url, headers: { ...headers, 'if-none-match': '"x"' } });
        expect([other.statusCode, other.body]).toEqual([200, first.body]);
      }
      const before = await hub.app.inject({ url: READINESS, headers });
      await checks(hub, device);
      const named = { ...headers, 'if-none-match': String(before.headers.etag) };
      expect((await hub.app.inject({ url: READINESS, headers: named })).statusCode).toBe(200);
    });

    it('refuses a cursor that is none, of another list, or of a newer copy of the database', async () => {
      const hub = await makeHub(await openNew());
      const pull = await puller(hub);
      const { cursor } = await pull.readiness();
      const ask = async (url: string, since: string) => {
        const { status, body } = await hub.json({ url: `${url}?since=${since}`, headers: pull.headers });
        return [status, (body.error as { code: string } | undefined)?.code];
      };
      expect(await ask(READINESS, 'x')).toEqual([400, 'cursor-unknown']);
      expect(await ask(ATTENDANCE, cursor)).toEqual([400, 'cursor-unknown']);
      expect(await ask(ENTRIES, cursor)).toEqual([400, 'cursor-unknown']);
      const later = (list: string) => Buffer.from(JSON.stringify([list, 999, 0])).toString('base64url');
      expect(await ask(READINESS, later(`readiness ${MEETING}`))).toEqual([410, 'cursor-expired']);
      expect(await ask(ENTRIES, later('entries '))).toEqual([410, 'cursor-expired']);
    });
  });
});
