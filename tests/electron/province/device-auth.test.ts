import { describe, expect, it } from 'vitest';
import { revokeDevice } from '../../../electron/province/db/devices.ts';
import { countDrops } from '../../../electron/province/link/drops.ts';
import { appErr } from '../../../shared/errors.ts';
import { ok } from '../../../shared/result.ts';
import { makeDevice, type TestDevice } from '../../support/device.ts';
import { onBothDatabases } from './databases.ts';
import { makeHub, POINT, type TestHub } from './hub.ts';

onBothDatabases((openNew) => {
  const DEVICE_CLOCK_WRONG_MS = 5 * 60_000;

  async function feedWith(hub: TestHub, authorization: string | null) {
    const headers = authorization === null ? {} : { authorization };
    const { status, body } = await hub.json({ url: '/api/point/feed', headers });
    return [status, (body.error as { code: string } | undefined)?.code];
  }
  const tokenOf = (hub: TestHub, device: TestDevice, changes?: Record<string, unknown>) =>
    device.token(hub.deps.hub.id, hub.clock.ms, changes);

  describe('a device’s token', () => {
    it('is taken once', async () => {
      const hub = await makeHub(await openNew());
      const token = `Bearer ${await tokenOf(hub, await hub.enrol())}`;
      expect(await feedWith(hub, token)).toEqual([200, undefined]);
      expect(await feedWith(hub, token)).toEqual([401, 'auth-required']);
    });

    it.each([
      ['for another hub', { aud: 'hub-of-somebody-else' }],
      ['that names another issuer', { iss: 'somebody-else' }],
      ['that lives too long', { exp: 4_000_000_000 }],
      ['without an id', { jti: undefined }],
    ])('is refused when it is one %s', async (_, changes) => {
      const hub = await makeHub(await openNew());
      const token = await tokenOf(hub, await hub.enrol(), changes);
      expect(await feedWith(hub, `Bearer ${token}`)).toEqual([401, 'auth-required']);
    });

    it('is needed', async () => {
      const hub = await makeHub(await openNew());
      expect(await feedWith(hub, null)).toEqual([401, 'auth-required']);
      expect(await feedWith(hub, 'Bearer nonsense')).toEqual([401, 'auth-required']);
    });

    it('of a device that never enrolled says so', async () => {
      const hub = await makeHub(await openNew());
      const token = await tokenOf(hub, await makeDevice(POINT));
      expect(await feedWith(hub, `Bearer ${token}`)).toEqual([409, 'enrolment-missing']);
    });

    it('signed by another key under a known name is refused', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const [, payload, signature] = (await tokenOf(hub, await makeDevice(POINT), { iss: device.id })).split('.');
      const [header] = (await tokenOf(hub, device)).split('.');
      expect(await feedWith(hub, `Bearer ${header}.${payload}.${signature}`)).toEqual([401, 'auth-required']);
    });

    it.each([
      ['slow by more than is forgiven', -DEVICE_CLOCK_WRONG_MS, 401, 'auth-clock'],
      ['fast by more than is forgiven', DEVICE_CLOCK_WRONG_MS, 401, 'auth-clock'],
      ['slow by a little', -90_000, 200, undefined],
      ['fast by a little', 90_000, 200, undefined],
    ])('by a clock that is %s', async (_, offset, status, code) => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      const token = await device.token(hub.deps.hub.id, hub.clock.ms + offset);
      expect(await feedWith(hub, `Bearer ${token}`)).toEqual([status, code]);
    });

    it('of a revoked device is refused', async () => {
      const hub = await makeHub(await openNew());
      const device = await hub.enrol();
      await revokeDevice(hub.db, device.id, hub.clock.ms);
      expect(await feedWith(hub, `Bearer ${await tokenOf(hub, device)}`)).toEqual([403, 'device-revoked']);
    });
  });

  describe('POST /api/point/link-sessions', () => {
    it('hands out what the responder grants, and says busy where there is none', async () => {
      const grant = {
        id: '0123456789abcdef',
        key: 'k'.repeat(43),
        udpPort: 7,
        tcpPort: 7,
        lifeMs: 60_000,
        maxBytes: 1000,
      };
      for (const [link, expected] of [
        [
          {
            ask: async () => ok(grant),
            need: () => appErr('not-found'),
            leave: () => {},
            accept: () => {},
            stats: () => ({ testing: 0, waiting: 0, dropped: countDrops().read() }),
          },
          [200, grant],
        ],
        [null, [503, { error: { code: 'hub-busy', values: {} } }]],
      ] as const) {
        const hub = await makeHub(await openNew(), { link });
        const authorization = `Bearer ${await tokenOf(hub, await hub.enrol())}`;
        const answer = await hub.json({ method: 'POST', url: '/api/point/link-sessions', headers: { authorization } });
        expect([answer.status, answer.body]).toEqual(expected);
      }
    });
  });
});
