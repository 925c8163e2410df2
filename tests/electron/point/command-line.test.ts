import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../../electron/sqlite/open.ts';
import { bundle } from './bundle.ts';
import { temporaryFolder } from './folder.ts';

let pointCli: ReturnType<typeof bundle>;
let provinceCli: ReturnType<typeof bundle>;
beforeAll(() => {
  pointCli = bundle('electron/cli/point.ts', 'point-cli');
  provinceCli = bundle('electron/cli/province.ts', 'province-cli');
});
afterAll(() => {
  pointCli.remove();
  provinceCli.remove();
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(file: string, args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [file, ...args],
      { env: { ...process.env, LANG: 'C', LC_ALL: '' } },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

const point = (...args: string[]) => run(pointCli.file, args);

async function province(dataDir: string, ...args: string[]): Promise<unknown> {
  const ended = await run(provinceCli.file, [...args, '--data', dataDir, '--json']);
  if (ended.code !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout);
}

/** The real hub, in a process of its own, with TLS as everywhere but on loopback. */
async function startHub(dataDir: string, port: number): Promise<{ child: ChildProcess; url: string }> {
  const args = ['serve', '--data', dataDir, '--host', '0.0.0.0', '--port', String(port), '--json', '--quiet'];
  const child = spawn(process.execPath, [provinceCli.file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface({ input: child.stdout! }), 'line');
  return { child, url: (JSON.parse(line) as { url: string }).url };
}

async function furnishedHub() {
  const dataDir = temporaryFolder();
  const { child, url } = await startHub(dataDir, 0);
  const points = join(dataDir, 'points.csv');
  writeFileSync(points, 'code,name,kind\n23629,Xã Ia Pa,commune\n');
  const roster = join(dataDir, 'roster.csv');
  writeFileSync(roster, 'point,name,title,id\n23629,Đại biểu mẫu A,Chủ tịch,a\n23629,Đại biểu mẫu B,Phó Chủ tịch,b\n');
  await province(dataDir, 'import-points', points);
  await province(dataDir, 'import-roster', roster);
  const meeting = ['--id', 'm1', '--title', 'Họp giao ban', '--start', '+30m', '--points', 'all'];
  await province(dataDir, 'meetings', 'add', ...meeting, '--designated', '23629=a');
  const { code } = (await province(dataDir, 'enrol', '--point', '23629')) as { code: string };
  return { dataDir, child, url, code };
}

describe('with the real hub', () => {
  // Some fifteen programs start and end in it.
  test('enrols, seats a leader, outlives the hub’s end and a damaged journal', { timeout: 90_000 }, async () => {
    const hub = await furnishedHub();
    expect(new URL(hub.url).protocol).toBe('https:');
    const data = ['--data', temporaryFolder()];

    const enrolled = await point('enrol', hub.code, ...data, '--json');
    expect(enrolled.stderr).toBe('');
    expect(JSON.parse(enrolled.stdout)).toMatchObject({ pointCode: '23629', hubUrl: hub.url });
    const again = await point('enrol', hub.code, ...data);
    expect(again).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('[enrolment-already]') });

    const link = await point('link', ...data, '--json');
    expect(JSON.parse(link.stdout)).toMatchObject({
      id: 'link',
      reason: expect.any(String),
      durationMs: expect.any(Number),
    });
    expect(JSON.parse(link.stdout).measurement).not.toBeNull();

    hub.child.kill('SIGKILL');
    await once(hub.child, 'exit');
    const who = ['--meeting', 'm1', '--person', 'b', '--pin-stdin'];
    const grounds = [
      '--basis',
      'assignment',
      '--document',
      '12/QĐ',
      '--signer',
      'Đại biểu mẫu A',
      '--reason',
      'Đi công tác',
    ];
    const refused = await run(pointCli.file, ['seat', ...data, ...who, '--set-pin'], '246810\n');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('[substitute-incomplete]') });
    const seated = await run(pointCli.file, ['seat', ...data, ...who, ...grounds, '--json'], '246810\n');
    expect(JSON.parse(seated.stdout)).toMatchObject({ meetingId: 'm1', personId: 'b', seq: 2 });

    const away = await point('sync', ...data);
    expect(away).toMatchObject({ code: 1, stderr: expect.stringContaining('[hub-unreachable]') });
    expect(away.stderr.trim().split('\n')).toHaveLength(1);
    await startHub(hub.dataDir, Number(new URL(hub.url).port));
    expect(await point('sync', ...data)).toMatchObject({ code: 0, stderr: '' });
    expect(await point('sync', ...data)).toMatchObject({ code: 0 });

    const status = JSON.parse((await point('status', ...data, '--json')).stdout);
    expect(status).toMatchObject({ sync: { lastSeq: 2, receivedSeq: 2, pending: 0, error: null } });
    expect(status.meetings).toMatchObject([{ id: 'm1', leader: { person: { id: 'b' } } }]);
    expect(await province(hub.dataDir, 'verify')).toMatchObject({ devices: 1, entries: 2, faults: [] });

    const file = join(data[1]!, 'audit.jsonl');
    expect(await point('verify', ...data, '--export', file)).toMatchObject({ code: 0 });
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ seq, entry }) => [seq, entry.event.type])).toEqual([
      [1, 'enrolled'],
      [2, 'leader-signed-in'],
    ]);

    const db = openSqlite(join(data[1]!, 'journal.db'));
    db.exec("DROP TRIGGER entries_are_never_changed; UPDATE entries SET jws = 'x' || jws WHERE seq = 2");
    db.close();
    const damaged = await point('verify', ...data);
    expect(damaged).toMatchObject({ code: 1, stderr: expect.stringContaining('entry 2 of') });
  });
});

describe('wrong calls', () => {
  test.each([
    [['sync'], 2, '--data is missing'],
    [['sync', '--data', '/no/such/folder'], 1, 'no such folder'],
    [['enrol', '--data', 'x'], 2, 'CODE is missing'],
    [['seat', '--data', '.', '--meeting', 'm1'], 2, '--person is missing'],
    [['check'], 2, 'desktop app'],
    [['nonsense'], 2, 'unknown command'],
  ])('%j ends with %i and one line', async (args, code, says) => {
    const ended = await point(...args);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(says);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});
