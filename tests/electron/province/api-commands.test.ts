import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/province/db/open.ts';
import { upsertPoints } from '../../../electron/province/db/points.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import type { Doing } from '../../../electron/province/meetings/doing.ts';
import { scheduleMeeting } from '../../../electron/province/meetings/schedule.ts';
import { addWebhook } from '../../../electron/province/webhooks/manage.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { receiveHooks } from './hook-receiver.ts';
import { provinceProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'dc-api-'));
const { run, serve } = provinceProgram();
const bin = findPostgres();
const skipped = 'several hubs on one PostgreSQL: SKIPPED, the Debian package postgresql is not installed';

afterAll(() => rmSync(folder, { recursive: true }));

describe('the commands for other systems', () => {
  const store = ['--data', join(folder, 'sqlite'), '--json'];

  it('make, list and revoke tokens', async () => {
    const made = await run('tokens', 'add', '--name', 'Bảng tin', '--scope', 'points:read', ...store);
    const { token } = JSON.parse(made.stdout);
    expect((await run('tokens', 'revoke', '--name', 'Bảng tin', ...store)).code).toBe(0);
    const listed = await run('tokens', 'list', ...store);
    expect(listed.stdout).not.toContain(token);
    expect(JSON.parse(listed.stdout).tokens).toMatchObject([
      { name: 'Bảng tin', scopes: ['points:read'], lastUsedAt: null, revokedAt: expect.any(Number) },
    ]);
    const again = await run('tokens', 'revoke', '--name', 'Bảng tin', ...store);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('[not-found]')]);
  }, 90_000);

  it('keep webhooks', async () => {
    const receiver = await receiveHooks();
    const refused = await run('webhooks', 'add', '--url', 'http://example.vn', '--event', 'meeting.changed', ...store);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('[webhook-address]')]);
    const made = await run('webhooks', 'add', '--url', receiver.url, '--event', 'meeting.changed', ...store);
    const { id } = JSON.parse(made.stdout);
    const of = async (command: string) => JSON.parse((await run('webhooks', command, '--id', id, ...store)).stdout);
    expect(await of('test')).toMatchObject({ delivered: true, outcome: '204' });
    expect(JSON.parse((await run('webhooks', 'list', ...store)).stdout).webhooks).toMatchObject([
      { id, url: receiver.url, stoppedBecause: null },
    ]);
    expect(await of('remove')).toEqual({ done: true });
  }, 90_000);
});

describe.skipIf(bin === null)(bin === null ? skipped : 'several hubs on one PostgreSQL', () => {
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
  });
  afterAll(() => server?.stop());

  it('tell each thing, in order, also when one of them is killed', async () => {
    const receiver = await receiveHooks();
    const database = (await server?.newDatabase()) ?? '';
    const hubs = await Promise.all(
      ['a', 'b'].map((name) => serve('--data', join(folder, name), '--database', database)),
    );
    const db = await openDatabase({ dataDir: join(folder, 'c'), database });
    const doing = { actor: 'cli', now: Date.now() };
    await upsertPoints(db, [{ code: '1', name: 'Xã A', kind: 'commune' }]);
    await addWebhook(db, { url: receiver.url, events: ['meeting.changed'] }, doing);
    for (const id of ['1', '2', '3']) await addMeeting(db, id, doing);
    await hubs[0]?.end('SIGKILL');
    for (const id of ['4', '5']) await addMeeting(db, id, doing);
    const told = () => receiver.received.map(({ body }) => JSON.parse(body).data.meetingId as string);
    // The killed hub's lease may have to run out first.
    await expect.poll(told, { timeout: 60_000 }).toContain('5');
    expect([...new Set(told())]).toEqual(['1', '2', '3', '4', '5']);
    const idOf = new Map(receiver.received.map(({ headers, body }) => [body, headers['webhook-id']]));
    expect(new Set(idOf.values()).size).toBe(5);
    await hubs[1]?.end('SIGTERM');
    await db.destroy();
  }, 90_000);
});

/** A meeting is something to tell. */
async function addMeeting(db: Db, id: string, doing: Doing): Promise<void> {
  const facts = {
    title: 'Họp giao ban',
    invitationNumber: '',
    chair: '',
    composition: 'head',
    profile: '720p',
  } as const;
  const times = { startsAt: doing.now + 1_800_000, expectedEndsAt: doing.now + 3_600_000 };
  const added = await scheduleMeeting(db, { id, ...facts, ...times, points: 'all' }, doing);
  expect(added.ok).toBe(true);
}
