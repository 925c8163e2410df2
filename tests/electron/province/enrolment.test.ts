import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { revokeDevice } from '../../../electron/province/db/devices.ts';
import { hubFacts } from '../../../electron/province/identity.ts';
import { parseEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { feed } from '../../../shared/protocol/feed.ts';
import { makeDevice } from '../../support/device.ts';
import { onBothDatabases, onSqlite } from './databases.ts';
import { makeHub, ORIGIN, OTHER_POINT, POINT, putCode, START, type TestHub } from './hub.ts';

const SECRET = 'a-secret-of-some-length';

async function ask(hub: TestHub, changes: Record<string, unknown> = {}) {
  const { key } = await makeDevice(POINT);
  const payload = { point: POINT, secret: SECRET, deviceKey: key, deviceName: '', appVersion: '0.1.0', ...changes };
  return hub.json({ method: 'POST', url: '/api/point/enrolments', payload });
}
const code = ({ body }: { body: Record<string, unknown> }) => (body.error as { code: string } | undefined)?.code;

describe('POST /api/point/enrolments', () => {
  onBothDatabases((openNew) => {
    it('enrols a device once for a code, and answers a repeat of the same request alike', async () => {
      const hub = await makeHub(await openNew());
      await putCode(hub.db, POINT, hub.clock.ms, SECRET);
      const device = await makeDevice(POINT);
      const { id, name, publicKey: key } = await hubFacts(hub.db);
      const expected = {
        status: 200,
        body: {
          deviceId: device.id,
          point: { code: POINT, name: 'Phường Quy Nhơn Bắc' },
          hub: { id, name, key },
          serverTime: hub.clock.ms,
        },
      };
      expect(await ask(hub, { deviceKey: device.key })).toEqual(expected);
      expect(await ask(hub, { deviceKey: device.key })).toEqual(expected);
      expect(Object.keys(key)).not.toContain('d');
      const other = await ask(hub);
      expect([other.status, code(other)]).toEqual([409, 'enrolment-used']);
    });

    it('gives a code to one of two devices that show it at once', async () => {
      const hub = await makeHub(await openNew());
      await putCode(hub.db, POINT, hub.clock.ms, SECRET);
      const answers = await Promise.all([ask(hub), ask(hub)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });

  const openNew = onSqlite();
  it.each([
    ['an unknown secret', { secret: 'another-secret-of-length' }, 0, 400, 'enrolment-bad-code'],
    ['another point', { point: OTHER_POINT }, 0, 400, 'enrolment-bad-code'],
    ['a code that has expired', {}, 60_000, 410, 'enrolment-expired'],
    ['a key of another kind', { deviceKey: { kty: 'RSA' } }, 0, 400, 'input-invalid'],
  ])('refuses %s', async (_, changes, later, status, expected) => {
    const hub = await makeHub(await openNew());
    await putCode(hub.db, POINT, hub.clock.ms, SECRET);
    hub.clock.ms += later;
    const answer = await ask(hub, changes);
    expect([answer.status, code(answer)]).toEqual([status, expected]);
  });

  describe('with the very codes the console prints', () => {
    async function issuing() {
      const hub = await makeHub(await openNew());
      const headers = { ...ORIGIN, ...(await hub.signIn('operator')) };
      const { key } = await makeDevice(POINT);
      const issue = async (point: string) => {
        const { body } = await hub.json({ method: 'POST', url: `/api/console/points/${point}/enrolment`, headers });
        return parseEnrolmentCode(String(body.code));
      };
      const enrol = async (point: string) => {
        const issued = await issue(point);
        const answer = await ask(hub, { point, secret: issued?.secret, deviceKey: key });
        return [answer.status, code(answer)];
      };
      return { hub, key, issue, enrol };
    }

    it('enrols, and again with a fresh code a device that lost its enrolment', async () => {
      const { issue, enrol } = await issuing();
      const first = await issue(POINT);
      expect(first).toMatchObject({ hub: 'http://127.0.0.1:7443', point: POINT });
      expect(first).not.toHaveProperty('pin');
      expect(await enrol(POINT)).toEqual([200, undefined]);
      expect(await enrol(POINT)).toEqual([200, undefined]);
    });

    it('refuses one device for two points, and a revoked one', async () => {
      const { hub, key, enrol } = await issuing();
      expect(await enrol(POINT)).toEqual([200, undefined]);
      expect(await enrol(OTHER_POINT)).toEqual([409, 'enrolment-already']);
      await revokeDevice(hub.db, await calculateJwkThumbprint(key), hub.clock.ms);
      expect(await enrol(POINT)).toEqual([403, 'device-revoked']);
    });
  });
});

describe('GET /api/point/feed', () => {
  const openNew = onSqlite();

  it('gives a point its roster, its meetings and the policy, and 304 while nothing changed', async () => {
    const hub = await makeHub(await openNew());
    const device = await hub.enrol();
    const get = async (headers: Record<string, string> = {}) => {
      const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
      return hub.app.inject({ url: '/api/point/feed', headers: { authorization, ...headers } });
    };
    const first = await get();
    const content = feed.parse(first.json());
    expect(content.roster.map(({ id }) => id)).toEqual(['chu-tich', 'pho']);
    expect(content.meetings).toMatchObject([{ id: 'giao-ban', startsAt: START, designatedPersonId: 'chu-tich' }]);
    expect(content.policy.version).toBe('default-1');
    hub.clock.ms += 5000;
    const etag = String(first.headers.etag);
    const second = await get({ 'if-none-match': etag });
    expect([second.statusCode, second.body]).toEqual([304, '']);
    await hub.db.updateTable('hub').set({ hotline: '0269 0000 000' }).execute();
    const third = await get({ 'if-none-match': etag });
    expect([third.statusCode, feed.parse(third.json()).hub.hotline]).toEqual([200, '0269 0000 000']);
  });

  it('leaves out meetings that ended more than a day ago', async () => {
    const hub = await makeHub(await openNew());
    const device = await hub.enrol();
    hub.clock.ms = START + 27 * 60 * 60_000;
    const authorization = `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}`;
    const { body } = await hub.json({ url: '/api/point/feed', headers: { authorization } });
    expect(body.meetings).toEqual([]);
  });
});
