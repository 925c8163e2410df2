import { createSocket } from 'node:dgram';
import { describe, expect, it, onTestFinished } from 'vitest';
import { issueApiToken } from '../../../electron/province/auth/api-token.ts';
import { setRetired } from '../../../electron/province/db/points.ts';
import { openLinkDesk } from '../../../electron/province/link/link-desk.ts';
import { stderrLog } from '../../../electron/province/log.ts';
import { linkGrant } from '../../../shared/protocol/link-session.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { makeHub, OTHER_POINT, POINT, type TestHub } from './hub.ts';

const MINUTE_MS = 60_000;
const SAMPLE = /^([a-z_0-9]+(?:\{[^}]*\})?) (\S+)$/;

/** What a monitoring system reads: values by name and labels. Every line must be one that it can read. */
async function scrape(hub: TestHub): Promise<ReadonlyMap<string, number>> {
  const token = await issueApiToken(hub.db, {
    name: `giám sát ${hub.clock.ms} ${Math.random()}`,
    scopes: ['metrics:read'],
    now: hub.clock.ms,
    expiresAt: hub.clock.ms + 24 * 60 * MINUTE_MS,
  });
  const answer = await hub.app.inject({ url: '/api/metrics', headers: { authorization: `Bearer ${token}` } });
  expect(answer).toMatchObject({
    statusCode: 200,
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
  const values = new Map<string, number>();
  const typed = new Set<string>();
  for (const line of answer.body.trimEnd().split('\n')) {
    const [, type] = /^# TYPE (\S+) (?:counter|gauge|histogram)$/.exec(line) ?? [];
    if (type) typed.add(type);
    if (line.startsWith('#')) continue;
    const [, name = '', value] = SAMPLE.exec(line) ?? [];
    expect(name, line).not.toBe('');
    expect(values.has(name), line).toBe(false);
    expect(
      [...typed].some((family) => name.startsWith(family)),
      line,
    ).toBe(true);
    expect(Number(value), line).not.toBeNaN();
    values.set(name, Number(value));
  }
  return values;
}

onBothDatabases((openNew) => {
  describe('the metrics', () => {
    it('count the points in service, those that were heard, and the devices', async () => {
      const hub = await makeHub(await openNew());
      const points = async () => {
        const values = await scrape(hub);
        return ['points', 'points_heard', 'devices'].map((name) => values.get(`diem_cau_${name}`));
      };
      expect(await points()).toEqual([2, 0, 0]);
      const device = await hub.enrol(POINT);
      expect(await points()).toEqual([2, 0, 1]);
      const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
      expect((await hub.json({ url: '/api/point/feed', headers: { authorization } })).status).toBe(200);
      expect(await points()).toEqual([2, 1, 1]);
      hub.clock.ms += 10 * MINUTE_MS;
      expect(await points()).toEqual([2, 0, 1]);
      await setRetired(hub.db, OTHER_POINT, hub.clock.ms);
      expect(await points()).toEqual([1, 0, 1]);
    });

    it('count what was answered, by the pattern of its route, and how long it took', async () => {
      const hub = await makeHub(await openNew());
      const asked = async () => {
        const values = await scrape(hub);
        const of = (method: string, route: string, status: number) =>
          values.get(`diem_cau_http_requests_total{method="${method}",route="${route}",status="${status}"}`) ?? 0;
        return {
          health: of('GET', '/api/health', 200),
          refused: of('GET', '/api/v1/meetings/:id/readiness', 401),
          unknown: of('GET', 'unknown', 404),
          all: values.get('diem_cau_http_request_seconds_count') ?? 0,
          endless: values.get('diem_cau_http_request_seconds_bucket{le="+Inf"}') ?? 0,
          buckets: ['0.01', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '10'].map(
            (le) => values.get(`diem_cau_http_request_seconds_bucket{le="${le}"}`) ?? Number.NaN,
          ),
        };
      };
      const before = await asked();
      for (let n = 0; n < 3; n += 1) await hub.app.inject({ url: '/api/health' });
      await hub.app.inject({ url: '/api/v1/meetings/hop-bi-mat/readiness' });
      await hub.app.inject({ url: '/api/no-such-route' });
      const after = await asked();
      expect(after.health - before.health).toBe(3);
      expect(after.refused - before.refused).toBe(1);
      expect(after.unknown - before.unknown).toBe(1);
      // These five, and the scrape before them.
      expect(after.all - before.all).toBe(6);
      expect(after.endless).toBe(after.all);
      // Each bucket holds those of the one before.
      expect([...after.buckets, after.endless].sort((a, b) => a - b)).toEqual([...after.buckets, after.endless]);
    });

    it('tell how the process is', async () => {
      const values = await scrape(await makeHub(await openNew()));
      expect(values.get('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
      expect(values.get('nodejs_heap_size_used_bytes')).toBeGreaterThan(1_000_000);
      const startedAt = Date.now() / 1000 - process.uptime();
      expect(Math.abs((values.get('process_start_time_seconds') ?? 0) - startedAt)).toBeLessThan(5);
      expect(values.get('nodejs_eventloop_lag_max_seconds')).toBeGreaterThanOrEqual(0);
    });

    it('are for nobody without a token of their scope', async () => {
      const hub = await makeHub(await openNew());
      expect((await hub.app.inject({ url: '/api/metrics' })).statusCode).toBe(401);
      const facts = { name: 'khác', now: hub.clock.ms, expiresAt: hub.clock.ms + MINUTE_MS } as const;
      const other = await issueApiToken(hub.db, { ...facts, scopes: ['readiness:read'] });
      const headers = { authorization: `Bearer ${other}` };
      expect((await hub.app.inject({ url: '/api/metrics', headers })).statusCode).toBe(403);
    });
  });

  describe('whether the hub is ready', () => {
    it('is whether it reaches its database; that it is there it says in any case', async () => {
      const db = await openNew();
      const hub = await makeHub(db);
      expect(await hub.json({ url: '/api/health/ready' })).toEqual({ status: 200, body: { ready: true } });
      await db.destroy();
      const without = await hub.app.inject({ url: '/api/health/ready' });
      expect(without.statusCode).toBe(503);
      expect(without.json()).toMatchObject({ error: { code: 'hub-storage-failed' } });
      expect(without.headers['cache-control']).toBe('no-store');
      expect((await hub.json({ url: '/api/health' })).status).toBe(200);
    });
  });
});

const openOne = onSqlite();

it('the metrics tell who tests and who waits, and count what was dropped at the ports of the line tests', async () => {
  const db = await openOne();
  const desk = await openLinkDesk({
    ...{ host: '127.0.0.1', log: stderrLog('silent'), db, lineMbps: { down: 10, up: 10 }, port: 0 },
    hubs: () => 1,
  });
  onTestFinished(async () => {
    desk.close();
    await desk.stop();
  });
  const hub = await makeHub(db, { link: desk.desk });
  const facts = async () => {
    const values = await scrape(hub);
    const of = (name: string) => values.get(`diem_cau_link_${name}`);
    return { tests: of('tests'), waiting: of('waiting'), malformed: of('dropped_total{reason="malformed"}') };
  };
  expect(await facts()).toEqual({ tests: 0, waiting: 0, malformed: 0 });
  const ask = async (point: string) => {
    const device = await hub.enrol(point);
    const headers = { authorization: `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}` };
    return hub.json({ method: 'POST', url: '/api/point/link-sessions', headers, payload: {} });
  };
  const grant = linkGrant.parse((await ask(POINT)).body);
  expect((await ask(OTHER_POINT)).body).toHaveProperty('waiting');
  const socket = createSocket('udp4');
  for (let n = 0; n < 3; n += 1) await new Promise((sent) => socket.send('?', grant.udpPort, '127.0.0.1', sent));
  socket.close();
  await expect.poll(facts).toEqual({ tests: 1, waiting: 1, malformed: 3 });
});
