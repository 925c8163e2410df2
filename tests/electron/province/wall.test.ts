import { describe, expect, it } from 'vitest';
import { listAudit } from '../../../electron/province/db/audit.ts';
import { revokeDevice } from '../../../electron/province/db/devices.ts';
import type { LiveNews } from '../../../electron/province/live-bus.ts';
import type { Role } from '../../../shared/protocol/console.ts';
import { pointHelp } from '../../../shared/protocol/point-help.ts';
import { ask, helpBoard, wallPoint, wall as wallSchema } from '../../../shared/protocol/wall.ts';
import { checkRunEvent, passed, type TestDevice } from '../../support/device.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { MEETING, makeHub, ORIGIN, OTHER_POINT, POINT, type TestHub } from './hub.ts';

const MINUTE = 60_000;
const OF_MEETING = `/api/console/meetings/${MEETING}`;
const OF_POINT = `${OF_MEETING}/points/${POINT}`;

async function member(hub: TestHub, role: Role) {
  const headers = { ...ORIGIN, ...(await hub.signIn(role)) };
  return {
    get: (url: string) => hub.json({ url, headers }),
    post: (url: string, payload: object) => hub.json({ method: 'POST', url, headers, payload }),
  };
}

function asDevice(hub: TestHub, device: TestDevice) {
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
    return hub.json({ method, url, headers: { authorization }, ...(payload && { payload }) });
  };
  return {
    help: async (query = '') => pointHelp.parse((await ask('GET', `/api/point/help${query}`)).body),
    answer: (id: string, answer: string) => ask('POST', `/api/point/help/${id}/answer`, { answer }),
    presence: (checks: readonly string[], meetingId: string | null = MEETING) =>
      ask('POST', '/api/point/presence', { meetingId, checks, appVersion: '9.9.9' }),
  };
}

describe('the wall and help at a distance', () => {
  onBothDatabases((openNew) => {
    it('shows each invited point with its marks, cluster, running checks and calls', async () => {
      const hub = await makeHub(await openNew());
      await hub.db.updateTable('points').set({ cluster: 'Cụm Đông' }).where('code', '=', POINT).execute();
      const lan = await member(hub, 'operator');
      const device = await hub.enrol();
      await hub.push(device, [await device.sign(checkRunEvent(MEETING, [passed('link')]), 5)]);
      await asDevice(hub, device).presence(['camera']);
      await lan.post(`${OF_POINT}/call`, { action: 'claim' });
      const wall = wallSchema.parse((await lan.get(`${OF_MEETING}/wall`)).body);
      expect(wall.rows.map(({ code, marks, cluster }) => [code, marks, cluster])).toEqual([
        [OTHER_POINT, '-------', null],
        [POINT, '---p---', 'Cụm Đông'],
      ]);
      expect(wall.checking).toEqual([{ meetingId: MEETING, point: POINT, until: hub.clock.ms + 45_000 }]);
      expect(wall.help.calls).toMatchObject([{ point: POINT, state: 'calling', by: 'nguoi-operator' }]);
      hub.clock.ms += 45_000;
      expect(wallSchema.parse((await lan.get(`${OF_MEETING}/wall`)).body).checking).toEqual([]);
      expect((await lan.get('/api/console/meetings/khong-co/wall')).status).toBe(404);
    });

    it('lets one colleague call a point at a time, also when two press at once; the log tells who did what', async () => {
      const hub = await makeHub(await openNew());
      const [lan, mai] = [await member(hub, 'operator'), await member(hub, 'admin')];
      const both = await Promise.all([lan, mai].map((one) => one.post(`${OF_POINT}/call`, { action: 'claim' })));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [winner, loser] = both[0]?.status === 200 ? [lan, mai] : [mai, lan];
      expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
        error: { code: 'call-taken', values: { time: '07:00' } },
      });
      hub.clock.ms += MINUTE;
      expect((await winner.post(`${OF_POINT}/call`, { action: 'release' })).status).toBe(200);
      hub.clock.ms += MINUTE;
      expect((await loser.post(`${OF_POINT}/call`, { action: 'claim' })).status).toBe(200);
      hub.clock.ms += MINUTE;
      const called = { action: 'called', outcome: 'fixing', note: 'Đang thay dây mạng' };
      expect((await loser.post(`${OF_POINT}/call`, called)).status).toBe(200);
      const point = wallPoint.parse((await lan.get(OF_POINT)).body);
      expect(point.log.map(({ action, outcome }) => [action, outcome])).toEqual([
        ['called', 'fixing'],
        ['claimed', null],
        ['released', null],
        ['claimed', null],
      ]);
      expect((await listAudit(hub.db, 10)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['point-claimed', 'point-released', 'point-called']),
      );
    });

    it('a call that nobody ended stops counting by itself', async () => {
      const hub = await makeHub(await openNew());
      const [lan, mai] = [await member(hub, 'operator'), await member(hub, 'admin')];
      await lan.post(`${OF_POINT}/call`, { action: 'claim' });
      hub.clock.ms += 15 * MINUTE - 1;
      expect((await mai.post(`${OF_POINT}/call`, { action: 'claim' })).status).toBe(409);
      hub.clock.ms += 1;
      expect(helpBoard.parse((await mai.get(`${OF_MEETING}/help`)).body).calls).toEqual([]);
      expect((await mai.post(`${OF_POINT}/call`, { action: 'claim' })).status).toBe(200);
    });

    it('brings a recheck to the point, and its answers back', async () => {
      const hub = await makeHub(await openNew());
      const lan = await member(hub, 'operator');
      const point = asDevice(hub, await hub.enrol());
      const empty = await point.help();
      const asked = ask.parse((await lan.post(`${OF_POINT}/asks`, { kind: 'recheck', check: 'microphone' })).body);
      expect(asked).toMatchObject({ state: 'pending', check: 'microphone', by: 'nguoi-operator' });
      const again = ask.parse((await lan.post(`${OF_POINT}/asks`, { kind: 'recheck', check: 'microphone' })).body);
      expect(again.id).toBe(asked.id);
      const help = await point.help(`?seen=${empty.tag}`);
      expect(help.asks.map(({ id }) => id)).toEqual([asked.id]);
      const stateNow = async () => helpBoard.parse((await lan.get(`${OF_MEETING}/help`)).body).asks[0]?.state;
      expect(await stateNow()).toBe('delivered');
      expect((await point.answer(asked.id, 'done')).status).toBe(410);
      for (const answer of ['accepted', 'accepted', 'done']) {
        expect((await point.answer(asked.id, answer)).status).toBe(200);
        expect(await stateNow()).toBe(answer);
      }
      expect((await point.help()).asks).toEqual([]);
      expect((await listAudit(hub.db, 10)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['point-asked-recheck', 'ask-accepted', 'ask-done']),
      );
    });

    it('an ask that nobody answered expires, and is no longer shown at the point', async () => {
      const hub = await makeHub(await openNew());
      const lan = await member(hub, 'operator');
      const point = asDevice(hub, await hub.enrol());
      const asked = ask.parse((await lan.post(`${OF_POINT}/asks`, { kind: 'note', text: 'Gọi lại tỉnh' })).body);
      hub.clock.ms += 20 * MINUTE;
      expect((await point.help()).asks).toEqual([]);
      expect((await point.answer(asked.id, 'read')).status).toBe(410);
      expect(helpBoard.parse((await lan.get(`${OF_MEETING}/help`)).body).asks[0]?.state).toBe('expired');
    });

    it('shows a point’s past runs with their measurements, its devices and the number to call', async () => {
      const hub = await makeHub(await openNew());
      const change = { contact_name: 'Kỹ thuật viên mẫu', contact_phone: '0900 000 000' };
      await hub.db.updateTable('points').set(change).where('code', '=', POINT).execute();
      const device = await hub.enrol();
      const result = { ...passed('link'), measurement: { rttMs: 12 } };
      await hub.push(device, [
        await device.sign(checkRunEvent(null, [result]), 1),
        await device.sign(checkRunEvent(MEETING, [passed('camera')]), 2),
      ]);
      await asDevice(hub, device).presence([]);
      const point = wallPoint.parse((await (await member(hub, 'operator')).get(OF_POINT)).body);
      expect(point.runs.map(({ at, meetingTitle }) => [at, meetingTitle])).toEqual([
        [2, 'Họp giao ban'],
        [1, null],
      ]);
      expect(point.runs[1]?.results[0]?.measurement).toEqual({ rttMs: 12 });
      expect(point.devices).toMatchObject([{ name: 'máy thử', appVersion: '9.9.9' }]);
      expect(point.contact).toEqual({ name: 'Kỹ thuật viên mẫu', phone: '0900 000 000' });
      const seen = wallPoint.parse((await (await member(hub, 'viewer')).get(OF_POINT)).body);
      expect(seen.contact).toBeNull();
    });
  });
});

describe('who may help', () => {
  const openNew = onSqlite();
  it.each([
    ['admin', 200],
    ['operator', 200],
    ['office', 200],
    ['viewer', 403],
  ] as const)('%s: calling and asking answer %i', async (role, status) => {
    const hub = await makeHub(await openNew());
    const one = await member(hub, role);
    expect((await one.get(`${OF_MEETING}/wall`)).status).toBe(200);
    expect((await one.post(`${OF_POINT}/call`, { action: 'claim' })).status).toBe(status);
    const asked = await one.post(`${OF_POINT}/asks`, { kind: 'note', text: 'x' });
    expect(asked.status).toBe(status);
  });

  it('refuses what is not a point of the meeting, too much, and nonsense', async () => {
    const hub = await makeHub(await openNew());
    const lan = await member(hub, 'operator');
    const elsewhere = `${OF_MEETING}/points/99999`;
    expect((await lan.get(elsewhere)).status).toBe(404);
    expect((await lan.post(`${elsewhere}/call`, { action: 'claim' })).status).toBe(404);
    expect((await lan.post(`${elsewhere}/asks`, { kind: 'note', text: 'x' })).status).toBe(404);
    expect((await lan.post(`${OF_POINT}/asks`, { kind: 'note', text: ' ' })).status).toBe(400);
    const notes = Array.from({ length: 11 }, () => lan.post(`${OF_POINT}/asks`, { kind: 'note', text: 'x' }));
    expect((await Promise.all(notes)).filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('answers only for its own point, and nobody without a token', async () => {
    const hub = await makeHub(await openNew());
    const lan = await member(hub, 'operator');
    const other = asDevice(hub, await hub.enrol(OTHER_POINT));
    const asked = ask.parse((await lan.post(`${OF_POINT}/asks`, { kind: 'note', text: 'x' })).body);
    expect((await other.help()).asks).toEqual([]);
    expect((await other.answer(asked.id, 'read')).status).toBe(404);
    for (const url of ['/api/point/help', `${OF_MEETING}/wall`, OF_POINT])
      expect((await hub.json({ url })).status).toBe(401);
    const device = await hub.enrol();
    await revokeDevice(hub.db, device.id, hub.clock.ms);
    expect((await asDevice(hub, device).presence(['camera'])).status).toBe(403);
  });

  it('wakes a point that waits, at once', async () => {
    const hub = await makeHub(await openNew());
    const lan = await member(hub, 'operator');
    const point = asDevice(hub, await hub.enrol());
    const { tag } = await point.help();
    const waiting = point.help(`?seen=${tag}&wait=50`);
    await expect.poll(() => hub.deps.live.listening()).toBe(true);
    await lan.post(`${OF_POINT}/asks`, { kind: 'note', text: 'Gọi lại tỉnh' });
    expect((await waiting).asks.map(({ text }) => text)).toEqual(['Gọi lại tỉnh']);
    expect(hub.deps.live.listening()).toBe(false);
  });

  it('presence tells the consoles and is evidence of nothing', async () => {
    const hub = await makeHub(await openNew());
    const lan = await member(hub, 'operator');
    const point = asDevice(hub, await hub.enrol());
    const news: LiveNews[] = [];
    hub.deps.live.subscribe((one) => void news.push(one));
    await point.presence(['camera']);
    await point.presence([]);
    expect(news).toEqual([
      { kind: 'checking', meetingId: MEETING, point: POINT, until: hub.clock.ms + 45_000 },
      { kind: 'checking', meetingId: MEETING, point: POINT, until: hub.clock.ms },
    ]);
    await point.presence(['camera'], 'khong-co');
    expect(news).toHaveLength(2);
    const wall = wallSchema.parse((await lan.get(`${OF_MEETING}/wall`)).body);
    expect(wall.rows.find(({ code }) => code === POINT)).toMatchObject({ state: 'no-data', lastRunAt: null });
    expect(await hub.db.selectFrom('entries').selectAll().execute()).toEqual([]);
  });
});
