import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingList, readinessReport } from '../../../shared/protocol/console.ts';
import { parseEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { provinceProgram } from './program.ts';

const { run, serve } = provinceProgram();
const folder = mkdtempSync(join(tmpdir(), 'dc-cli-'));
const data = ['--data', join(folder, 'hub')];
const file = (name: string, ...rows: string[]) => {
  const path = join(folder, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await run('import-points', file('points.csv', 'code,name,kind', '1,Xã A,commune', '2,Xã B,commune'), ...data);
  await run('import-roster', file('people.csv', 'point,name,title,id', '1,Rah Lan Chung,Chủ tịch,ct'), ...data);
});

describe('province', () => {
  it('schedules a meeting, lists it and reports on it as JSON and CSV', async () => {
    const start = ['--start', '2026-01-31T08:00', '--minutes', '90'];
    const who = ['--points', 'all', '--designated', '1=ct', '--composition', 'representative'];
    const added = await run(
      'meetings',
      'add',
      '--title',
      'Họp giao ban',
      ...start,
      ...who,
      '--id',
      'm',
      '--json',
      ...data,
    );
    expect(JSON.parse(added.stdout)).toMatchObject({
      id: 'm',
      startsAt: Date.parse('2026-01-31T01:00:00Z'),
      expectedEndsAt: Date.parse('2026-01-31T02:30:00Z'),
      composition: 'representative',
    });
    const listed = meetingList.parse(JSON.parse((await run('meetings', 'list', '--json', ...data)).stdout));
    expect(listed.meetings).toMatchObject([{ id: 'm', invited: 2, counts: { 'no-data': 2 } }]);
    const json = await run('report', '--meeting', 'm', '--format', 'json', ...data);
    expect(readinessReport.parse(JSON.parse(json.stdout)).rows).toHaveLength(2);
    const csv = await run('report', '--meeting', 'm', '--format', 'csv', ...data);
    expect(csv.stdout.split('\r\n')[1]).toMatch(/^1;Xã A;Chưa có dữ liệu;/);
  });

  it('takes no point at all from a file with a wrong row, or only the good ones with --skip-bad', async () => {
    const path = file('bad.csv', 'code,name,kind', '3,Xã C,commune', '4,,commune');
    const refused = await run('import-points', path, '--json', ...data);
    expect([refused.code, JSON.parse(refused.stdout).imported]).toEqual([1, 0]);
    expect(refused.stderr).toContain('Line 3: the column "name"');
    const taken = await run('import-points', path, '--skip-bad', '--json', ...data);
    expect([taken.code, JSON.parse(taken.stdout)]).toMatchObject([0, { imported: 1, bad: [{ line: 3 }] }]);
  });

  it('requires something else of a kind of points and of one point, and is judged by the version it names', async () => {
    const meeting = [
      'meetings',
      'add',
      '--title',
      'Họp',
      '--start',
      '+30m',
      '--points',
      'all',
      '--policy',
      'default-1',
    ];
    const of = ['--composition-of', 'commune=representative', '--composition-of', '2=head', '--id', 'khac', '--json'];
    expect(JSON.parse((await run(...meeting, ...of, ...data)).stdout)).toMatchObject({ policyVersion: 'default-1' });
    const shown = JSON.parse((await run('meetings', 'show', 'khac', '--json', ...data)).stdout) as {
      invitations: { pointCode: string; composition: string | null }[];
    };
    expect(Object.fromEntries(shown.invitations.map((one) => [one.pointCode, one.composition]))).toMatchObject({
      1: 'representative',
      2: 'head',
    });
    const wrong = await run(...meeting, '--composition-of', '2=chief', ...data);
    expect([wrong.code, wrong.stderr.trim().split('\n').length]).toEqual([2, 1]);
  });

  it('prints sheets of codes for first PINs, readable by their owner only', async () => {
    const html = join(folder, 'codes.html');
    const issued = await run('pin-codes', '--all', '--html', html, '--json', ...data);
    const { points } = JSON.parse(issued.stdout) as { points: { codes: { code: string }[] }[] };
    const [code = ''] = points.flatMap(({ codes }) => codes.map((one) => one.code));
    expect(code).toMatch(/^\d{4} \d{4}$/);
    expect(readFileSync(html, 'utf8')).toContain(code);
    expect(statSync(html).mode & 0o777).toBe(0o600);
    expect(JSON.parse((await run('pin-codes', '--point', '1', '--json', ...data)).stdout)).toEqual({ points: [] });
  });

  it.each([
    ['an option that does not exist', 2, ['report', '--nonsense']],
    ['no folder', 2, ['verify']],
    ['an unknown command', 2, ['dance']],
    ['a time it cannot read', 2, ['meetings', 'add', '--title', 'x', '--start', 'mai', '--points', 'all', ...data]],
    ['a point that is not there', 1, ['meetings', 'add', '--title', 'x', '--start', '+5m', '--points', '9', ...data]],
    ['an unknown meeting', 1, ['report', '--meeting', 'khong-co', ...data]],
    ['a file that is not there', 1, ['import-points', join(folder, 'nothing.csv'), ...data]],
    ['a folder without a province', 1, ['verify', '--data', join(folder, 'empty')]],
    ['a mistyped folder to list', 1, ['meetings', 'list', '--data', join(folder, 'empty')]],
    ['a mistyped folder to report on', 1, ['report', '--meeting', 'm', '--data', join(folder, 'empty')]],
    ['a folder that cannot be', 1, ['verify', '--data', '/dev/null/hub']],
    ['a code before the hub has an address', 1, ['enrol', '--point', '1', ...data]],
    ['a line that is no rate', 2, ['serve', '--line-mbps', 'fast', ...data]],
    ['a port that is none', 2, ['serve', '--link-port', '70000', ...data]],
    ['a short password', 2, ['accounts', 'add', '--username', 'a', '--role', 'admin', '--password', 'x', ...data]],
  ])('says in one line what is wrong with %s', async (_, code, args) => {
    const ended = await run(...args);
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(ended.stderr).not.toMatch(/internal error|^\s+at /m);
  });

  it('serves until it is told to end, says where in one line, and prints codes for that address meanwhile', async () => {
    const hub = await serve(...data);
    expect(hub.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { stdout } = await run('enrol', '--point', '1', '--json', ...data);
    expect(parseEnrolmentCode(JSON.parse(stdout).code)).toMatchObject({ hub: hub.url, point: '1' });
    const other = await run('enrol', '--point', '1', '--hub-url', 'http://10.0.0.1:1', '--json', ...data);
    expect(parseEnrolmentCode(JSON.parse(other.stdout).code)?.hub).toBe('http://10.0.0.1:1');
    const ended = await hub.end('SIGTERM');
    expect(ended.code).toBe(0);
    expect(ended.stdout.trim().split('\n')).toHaveLength(1);
    expect(ended.stderr).not.toContain('Deprecation');
  });

  it('speaks TLS beyond loopback, with a certificate of its own that the code pins', async () => {
    const hub = await serve('--host', '0.0.0.0', ...data);
    expect(hub.url).toMatch(/^https:/);
    const code = parseEnrolmentCode(JSON.parse((await run('enrol', '--point', '1', '--json', ...data)).stdout).code);
    const port = Number(new URL(hub.url).port);
    const certificate = await new Promise<Buffer>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate().raw);
        socket.end();
      });
      socket.once('error', reject);
    });
    expect(code?.pin).toBe(createHash('sha256').update(certificate).digest('base64url'));
    for (const name of ['tls-key.pem', 'hub.sqlite']) {
      expect(statSync(join(folder, 'hub', name)).mode & 0o077).toBe(0);
    }
    await hub.end('SIGTERM');
  });

  it('lets in accounts and tokens that were added while it runs, and logs neither names nor secrets', async () => {
    const hub = await serve(...data);
    await run('accounts', 'add', '--username', 'truc', '--role', 'operator', '--password', 'mat-khau-1', ...data);
    const signIn = (password: string) =>
      fetch(`${hub.url}/api/console/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: hub.url },
        body: JSON.stringify({ username: 'truc', password }),
      });
    expect((await signIn('mat-khau-1')).status).toBe(200);
    expect((await signIn('mat-khau-2')).status).toBe(401);
    const token = JSON.parse(
      (await run('tokens', 'add', '--name', 't', '--scope', 'reports:read', '--json', ...data)).stdout,
    );
    const headers = { authorization: `Bearer ${token.token}` };
    expect((await fetch(`${hub.url}/api/reports/readiness?meeting=m`, { headers })).status).toBe(200);
    const { stderr } = await hub.end('SIGTERM');
    expect(stderr).not.toMatch(/mat-khau|dct_|truc/);
  });
});
