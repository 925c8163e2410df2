import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../../electron/sqlite/open.ts';
import { pinCodeIssued } from '../../../shared/protocol/roster.ts';
import { temporaryFolder } from './folder.ts';
import { buildPrograms, furnishedHub, type Programs, province, run, startHub } from './programs.ts';

let programs: Programs;
beforeAll(() => {
  programs = buildPrograms();
});
afterAll(() => programs.remove());

const point = (...args: string[]) => run(programs.pointFile, args);

describe('with the real hub', () => {
  // Some twenty programs start and end in it.
  test('enrols, seats a leader, outlives the hub’s end and a damaged journal', { timeout: 150_000 }, async () => {
    const hub = await furnishedHub(programs);
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

    // The code for the first PIN comes by the feed, and is then good without a line.
    const issue = async () =>
      pinCodeIssued.parse(await province(programs, hub.dataDir, 'pin-code', '--point', '23629', '--person', 'b')).code;
    const first = await issue();
    expect(await point('sync', ...data)).toMatchObject({ code: 0 });
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
    const free = await run(programs.pointFile, ['seat', ...data, ...who, '--set-pin'], '246810\n');
    expect(free).toMatchObject({ code: 1, stderr: expect.stringContaining('[pin-code-needed]') });
    const coded = ['seat', ...data, ...who, '--set-pin', '--pin-code', first];
    const refused = await run(programs.pointFile, coded, '246810\n');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('[substitute-incomplete]') });
    const seated = await run(programs.pointFile, ['seat', ...data, ...who, ...grounds, '--json'], '246810\n');
    expect(JSON.parse(seated.stdout)).toMatchObject({ meetingId: 'm1', personId: 'b', seq: 3 });

    const returned = await point('seat', ...data, '--meeting', 'm1', '--returned');
    expect(returned).toMatchObject({ code: 1, stderr: expect.stringContaining('[seat-out-of-turn]') });
    const left = await point('seat', ...data, '--meeting', 'm1', '--left', '--note', 'Nghe điện thoại', '--json');
    expect(JSON.parse(left.stdout)).toMatchObject({ meetingId: 'm1', type: 'seat-left', seq: 4 });
    const cut = ['incident', ...data, '--meeting', 'm1', '--json'];
    const incident = JSON.parse((await point(...cut, '--what', 'Mất mạng', '--kind', 'line')).stdout);

    const paper = join(temporaryFolder(), 'record.pdf');
    const record = await point('minutes', ...data, '--meeting', 'm1', '--out', paper, '--json');
    expect(JSON.parse(record.stdout)).toMatchObject({ meeting: { id: 'm1' }, point: { code: '23629' } });
    expect(readFileSync(paper).subarray(0, 5).toString()).toBe('%PDF-');
    const nowhere = await point('minutes', ...data, '--meeting', 'm1', '--out', join(paper, 'in-a-file.pdf'));
    expect(nowhere).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^point minutes: .*\n$/) });

    const resolved = await point(...cut, '--resolve', incident.incidentId, '--remedy', 'Cắm lại cáp');
    expect(JSON.parse(resolved.stdout)).toMatchObject({ incidentId: incident.incidentId, seq: 6 });
    const said = ['--by', 'Đại biểu mẫu B', '--text', 'Nghe điện thoại khẩn'];
    expect((await point('explain', ...data, '--meeting', 'm1', ...said)).stdout).toContain('entry 7');

    const away = await point('sync', ...data);
    expect(away).toMatchObject({ code: 1, stderr: expect.stringContaining('[hub-unreachable]') });
    expect(away.stderr.trim().split('\n')).toHaveLength(1);
    await startHub(programs, hub.dataDir, Number(new URL(hub.url).port));
    expect(await point('sync', ...data)).toMatchObject({ code: 0, stderr: '' });
    expect(await point('sync', ...data)).toMatchObject({ code: 0 });

    // A forgotten PIN: the province's code comes by the feed, works once and is told.
    const code = await issue();
    const reset = ['seat', ...data, ...who, ...grounds, '--set-pin', '--pin-code', code, '--json'];
    const anew = await run(programs.pointFile, reset, '135791\n');
    expect(JSON.parse(anew.stdout)).toMatchObject({ personId: 'b', seq: 9 });
    const twice = await run(programs.pointFile, reset, '135791\n');
    expect(twice).toMatchObject({ code: 1, stderr: expect.stringContaining('[pin-code-used]') });
    expect(await point('sync', ...data)).toMatchObject({ code: 0 });

    const status = JSON.parse((await point('status', ...data, '--json')).stdout);
    expect(status).toMatchObject({ sync: { lastSeq: 9, receivedSeq: 9, pending: 0, error: null } });
    expect(status.meetings).toMatchObject([{ id: 'm1', leader: { person: { id: 'b' } } }]);
    expect(await province(programs, hub.dataDir, 'verify')).toMatchObject({ devices: 1, entries: 9, faults: [] });

    const file = join(data[1]!, 'audit.jsonl');
    expect(await point('verify', ...data, '--export', file)).toMatchObject({ code: 0 });
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ seq, entry }) => [seq, entry.event.type])).toEqual([
      [1, 'enrolled'],
      [2, 'pin-set'],
      [3, 'leader-signed-in'],
      [4, 'seat-left'],
      [5, 'incident-opened'],
      [6, 'incident-resolved'],
      [7, 'explanation-given'],
      [8, 'pin-set'],
      [9, 'leader-signed-in'],
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
