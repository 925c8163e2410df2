import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { receiveHooks } from './hook-receiver.ts';
import { provinceProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'dc-api-'));
const { run, serve } = provinceProgram();
const points = join(folder, 'points.csv');
writeFileSync(points, 'code,name,kind\n1,Xã A,commune\n');
const bin = findPostgres();
const skipped = 'several hubs on one PostgreSQL: SKIPPED, the Debian package postgresql is not installed';

afterAll(() => rmSync(folder, { recursive: true }));

/** A meeting is something to tell. */
async function addMeeting(store: readonly string[], id: string): Promise<void> {
  const what = ['--id', id, '--title', 'Họp giao ban', '--start', '+30m', '--points', 'all'];
  expect((await run('meetings', 'add', ...what, ...store)).code).toBe(0);
}

describe('the commands for other systems', () => {
  const store = ['--data', join(folder, 'sqlite'), '--json'];

  it('make, list and revoke tokens', async () => {
    const made = await run('tokens', 'add', '--name', 'Bảng tin', '--scope', 'points:read', ...store);
    const { token } = JSON.parse(made.stdout);
    const hub = await serve(...store);
    const ask = () => fetch(`${hub.url}/api/v1/points`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    const listed = await run('tokens', 'list', ...store);
    expect(listed.stdout).not.toContain(token);
    expect(JSON.parse(listed.stdout).tokens).toMatchObject([
      { name: 'Bảng tin', scopes: ['points:read'], lastUsedAt: expect.any(Number), revokedAt: null },
    ]);
    expect((await run('tokens', 'revoke', '--name', 'Bảng tin', ...store)).code).toBe(0);
    expect((await ask()).status).toBe(401);
    const again = await run('tokens', 'revoke', '--name', 'Bảng tin', ...store);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('[not-found]')]);
    const wrong = await run('tokens', 'add', '--name', 'x', '--scope', 'everything', ...store);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    await hub.end('SIGTERM');
  });

  it('keep webhooks', async () => {
    const receiver = await receiveHooks();
    const refused = await run('webhooks', 'add', '--url', 'http://example.vn', '--event', 'meeting.changed', ...store);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('[webhook-address]')]);
    const made = await run('webhooks', 'add', '--url', receiver.url, '--event', 'meeting.changed', ...store);
    const { id, secret } = JSON.parse(made.stdout);
    const of = async (command: string) => JSON.parse((await run('webhooks', command, '--id', id, ...store)).stdout);
    expect(await of('test')).toMatchObject({ delivered: true, outcome: '204' });
    expect((await of('secret')).secret).not.toBe(secret);
    expect(await of('stop')).toEqual({ done: true });
    expect(JSON.parse((await run('webhooks', 'list', ...store)).stdout).webhooks).toMatchObject([
      { id, url: receiver.url, stoppedBecause: 'person' },
    ]);
    expect(await of('start')).toEqual({ done: true });
    expect(await of('deliveries')).toEqual({ deliveries: [] });
    expect(await of('replay')).toEqual({ messages: 0 });
    expect(await of('remove')).toEqual({ done: true });
    expect((await run('webhooks', 'test', '--id', id, ...store)).code).toBe(1);
  });
});

describe.skipIf(bin === null)(bin === null ? skipped : 'several hubs on one PostgreSQL', () => {
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
  });
  afterAll(() => server?.stop());

  it('tell each thing, in order, also when one of them is killed', async () => {
    const receiver = await receiveHooks();
    const database = ['--database', (await server?.newDatabase()) ?? '', '--json'];
    const store = (name: string) => ['--data', join(folder, name), ...database];
    const hubs = await Promise.all([serve(...store('a')), serve(...store('b'))]);
    expect((await run('import-points', points, ...store('c'))).code).toBe(0);
    const hook = ['--url', receiver.url, '--event', 'meeting.changed'];
    expect((await run('webhooks', 'add', ...hook, ...store('c'))).code).toBe(0);
    for (const id of ['1', '2', '3']) await addMeeting(store('c'), id);
    await hubs[0]?.end('SIGKILL');
    for (const id of ['4', '5']) await addMeeting(store('c'), id);
    const told = () => receiver.received.map(({ body }) => JSON.parse(body).data.meetingId as string);
    await expect.poll(told, { timeout: 60_000 }).toContain('5');
    expect([...new Set(told())]).toEqual(['1', '2', '3', '4', '5']);
    const idOf = new Map(receiver.received.map(({ headers, body }) => [body, headers['webhook-id']]));
    expect(new Set(idOf.values()).size).toBe(5);
    await hubs[1]?.end('SIGTERM');
    // The killed hub's lease may have to run out first.
  }, 90_000);
});
