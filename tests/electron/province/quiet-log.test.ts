import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { makeDevice } from '../../support/device.ts';
import { onSqlite } from './databases.ts';
import { MEETING, makeHub, ORIGIN, PASSWORD, POINT, putCode, START } from './hub.ts';

const openNew = onSqlite();
const ENROL_SECRET = 'bi-mat-ghi-danh-0001';
const NAME = 'Rah Lan Chung';

it('the log of a whole story names nobody and holds no secret', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  const hub = await makeHub(await openNew(), { log: pino({ level: 'debug' }, sink) });
  const { cookie } = await hub.signIn('admin');
  const admin = { ...ORIGIN, cookie };
  const post = (url: string, payload: object, headers: Record<string, string> = admin) =>
    hub.json({ method: 'POST', url, headers, payload });

  // People come and go.
  await post('/api/console/session', { username: NAME, password: 'sai hoàn toàn' }, ORIGIN);
  await post(`/api/console/points/${POINT}/roster/changes`, { kind: 'add', fullName: NAME, title: 'Phó', fields: [] });
  const code = await post(`/api/console/points/${POINT}/roster/chu-tich/pin-code`, {});
  const token = await post('/api/console/tokens', { name: 'Bảng tin', scopes: ['readiness:read'], days: 1 });
  await hub.json({ url: '/api/v1/points', headers: { authorization: `Bearer ${token.body.token}` } });
  await hub.json({ url: `/api/console/points/${encodeURIComponent(NAME)}`, headers: admin });

  // A device enrols, files, and files nonsense.
  await putCode(hub.db, POINT, hub.clock.ms, ENROL_SECRET);
  const fresh = await makeDevice(POINT);
  const facts = { point: POINT, secret: ENROL_SECRET, deviceKey: fresh.key, deviceName: `Máy của ${NAME}` };
  await post('/api/point/enrolments', { ...facts, appVersion: '1' }, {});
  const person = { id: 'chu-tich', fullName: NAME, title: 'Chủ tịch' };
  const seat = { type: 'leader-signed-in', meetingId: MEETING, person, designatedPersonId: 'chu-tich' } as const;
  const line = await fresh.sign({ ...seat, substitution: null }, START);
  expect((await hub.push(fresh, [line])).status).toBe(200);
  await hub.push(fresh, [`${line}x`]);
  const used = await fresh.token(hub.deps.hub.id, hub.clock.ms);
  for (const _ of [1, 2]) await hub.json({ url: '/api/point/feed', headers: { authorization: `Bearer ${used}` } });

  // Something breaks while names are on their way.
  await hub.db.schema.dropTable('pin_codes').execute();
  const broken = await post(`/api/console/points/${POINT}/roster/chu-tich/pin-code`, { reason: NAME });
  expect(broken.status).toBe(500);

  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(10);
  expect(log).toContain('a request failed unexpectedly');
  const secrets = [
    ...[NAME, 'Rah', 'Đại biểu', PASSWORD, 'sai hoàn toàn', ENROL_SECRET, used, line],
    ...[cookie.split('=')[1], code.body.code, token.body.token, POINT.concat('%20')],
  ].map(String);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  // Whatever looks like one of ours: JWS, API tokens, cookies.
  expect(log).not.toMatch(/eyJ[\w-]{20,}\.|dct_|diem-cau-session|Bearer|encodedBody/);
});
