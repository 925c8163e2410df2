import { expect, it } from 'vitest';
import { issueApiToken } from '../../../electron/province/auth/api-token.ts';
import { onBothDatabases } from './databases.ts';
import { makeHub } from './hub.ts';

/** No number in JavaScript's bounds that is asked for is one that a database cannot compare with its own. */
const LARGE = [2 ** 31 - 1, 2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER];

onBothDatabases((openNew) => {
  it('a number of an entry that no chain ever reaches is bad input, and no fault of the hub', async () => {
    const hub = await makeHub(await openNew());
    const device = await hub.enrol();
    const statusOf = async (url: string) => {
      const headers = { authorization: `Bearer ${await device.token(hub.deps.hub.id, hub.clock.ms)}` };
      return (await hub.json({ url, headers })).status;
    };
    for (const number of LARGE) {
      const expected = number < 2 ** 31 ? 200 : 400;
      expect(await statusOf(`/api/point/own-entries?after=${number}`)).toBe(expected);
      expect(await statusOf(`/api/point/checkpoint?seq=${number}`)).toBe(expected);
      expect(await statusOf(`/api/point/feed?head=${number}`)).toBe(200);
    }
  });

  it('a name with the character that PostgreSQL cannot hold is bad input', async () => {
    const hub = await makeHub(await openNew());
    const headers = await hub.signIn('admin');
    for (const url of ['/api/console/meetings/%00/attendance', '/api/console/points/1/roster/a%00b/data'])
      expect((await hub.json({ url, headers })).status).toBe(400);
    expect((await hub.json({ url: '/api/console/audit?actor=a%00', headers })).status).toBe(400);
  });

  it('a cursor that somebody made up is none', async () => {
    const hub = await makeHub(await openNew());
    const facts = { name: 'a', scopes: ['entries:read'], now: hub.clock.ms, expiresAt: hub.clock.ms + 60_000 } as const;
    const headers = { authorization: `Bearer ${await issueApiToken(hub.db, facts)}` };
    for (const number of LARGE) {
      const cursor = Buffer.from(JSON.stringify(['entries ', 0, number])).toString('base64url');
      const { status, body } = await hub.json({ url: `/api/v1/entries?since=${cursor}`, headers });
      expect([status, body.error]).toEqual(
        number < 2 ** 31 ? [200, undefined] : [400, expect.objectContaining({ code: 'cursor-unknown' })],
      );
    }
  });
});
