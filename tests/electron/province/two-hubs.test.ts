import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { enrolOver, pushOver } from './over-http.ts';
import { provinceProgram } from './program.ts';

const bin = findPostgres();
const folder = mkdtempSync(join(tmpdir(), 'dc-two-'));
const { run, serve } = provinceProgram();
const LINES = 30;

const name = 'two hubs on one PostgreSQL database';
const skipped = `${name}: SKIPPED, the Debian package postgresql is not installed`;

describe.skipIf(bin === null)(bin === null ? skipped : name, () => {
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are one hub to a device that sends to both at once', async () => {
    const database = ['--database', (await server?.newDatabase()) ?? ''];
    const store = (name: string) => ['--data', join(folder, name), ...database];
    const points = join(folder, 'points.csv');
    writeFileSync(points, 'code,name,kind\n1,Xã A,commune\n');
    // Both find an empty database.
    const hubs = await Promise.all([serve(...store('a')), serve(...store('b'))]);
    expect(hubs[0]?.hubId).toBe(hubs[1]?.hubId);
    await run('import-points', points, ...store('c'));
    const issued = await run('enrol', '--point', '1', '--json', ...store('c'));
    const device = await enrolOver(hubs[0]!, JSON.parse(issued.stdout).code);
    const lines: string[] = [];
    for (let i = 0; i < LINES; i += 1) {
      const event = { type: 'manual-answer', meetingId: 'm', itemId: `${i}`, answer: 'yes', note: '' } as const;
      lines.push(await device.sign(event, i));
    }
    const pushes = lines.map((_, i) => pushOver(hubs[i % 2]!, device, lines.slice(0, i + 1)));
    const answers = await Promise.all(pushes);
    const accepted = answers.reduce((sum, answer) => sum + (answer?.accepted ?? 0), 0);
    expect(accepted).toBe(LINES);
    const verified = await run('verify', '--json', ...store('c'));
    expect(JSON.parse(verified.stdout)).toMatchObject({ devices: 1, entries: LINES, faults: [], tree: { faults: [] } });
    for (const hub of hubs) expect((await hub.end('SIGTERM')).code).toBe(0);
  });

  it('say so in one line when the database is not there', async () => {
    const ended = await run('verify', '--data', folder, '--database', 'postgres://nobody@127.0.0.1:1/none');
    expect([ended.code, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toMatch(/^province verify: cannot open the database: .*ECONNREFUSED.*\n$/);
  });
});
