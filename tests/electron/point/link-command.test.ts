import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { linkProgress } from '../../../electron/cli/point/link-progress.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { temporaryFolder } from './folder.ts';
import { buildPrograms, furnishedHub, type Programs, run, startHub } from './programs.ts';

let programs: Programs;
beforeAll(() => {
  programs = buildPrograms();
});
afterAll(() => programs.remove());

const point = (...args: string[]) => run(programs.pointFile, args);

describe('`point link`', () => {
  test('prints one document, tells its progress aside, and knows its own hub from others', {
    timeout: 90_000,
  }, async () => {
    const hub = await furnishedHub(programs);
    const data = ['--data', temporaryFolder()];
    await point('enrol', hub.code, ...data, '--json');

    const first = await point('link', ...data, '--json');
    const document = JSON.parse(first.stdout);
    expect(document).toMatchObject({
      id: 'link',
      verdict: expect.any(String),
      reason: expect.any(String),
      policy: 'default-1',
      measurement: { reached: true },
      durationMs: expect.any(Number),
    });
    expect(first.code).toBe({ pass: 0, warn: 1, fail: 2, unmeasured: 3 }[document.verdict as 'pass']);
    expect(first.stderr).toContain('Measuring the line: 100');

    const { port } = new URL(hub.url);
    const elsewhere = await point('link', ...data, '--json', '--province', `https://127.0.0.1:${port}`);
    expect(JSON.parse(elsewhere.stdout)).toMatchObject({ measurement: { reached: true } });

    const other = await startHub(programs, temporaryFolder(), 0);
    const stranger = await point('link', ...data, '--json', '--province', other.url);
    expect(stranger).toMatchObject({ code: 3, stdout: '' });
    expect(stranger.stderr).toContain(`not enrolled with the hub at ${other.url}`);
    expect(stranger.stderr.trim().split('\n')).toHaveLength(1);

    const nobody = await point('link', ...data, '--json', '--province', 'https://127.0.0.1:1');
    expect(nobody.code).toBe(3);
    expect(JSON.parse(nobody.stdout)).toMatchObject({
      verdict: 'unmeasured',
      measurement: { reached: false, step: 'tcp' },
    });
  });

  test('ends cleanly at Ctrl+C, and says that it was cancelled', { timeout: 60_000 }, async () => {
    const hub = await furnishedHub(programs);
    const data = ['--data', temporaryFolder()];
    await point('enrol', hub.code, ...data, '--json');
    const child = spawn(process.execPath, [programs.pointFile, 'link', ...data, '--json']);
    onTestFinished(() => void child.kill('SIGKILL'));
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
    });
    const told = once(child.stderr, 'data');
    const exited = once(child, 'close');
    await told;
    child.kill('SIGINT');
    expect(await exited).toEqual([3, null]);
    expect(JSON.parse(printed)).toMatchObject({ verdict: 'unmeasured', reason: 'cancelled', measurement: null });
  });

  test.each([
    [['link', '--data', '.', '--province', 'hub'], 2, '--province takes an address'],
    [['link', '--data', '/no/such/folder'], 1, 'no such folder'],
  ])('%j ends with %i and one line', async (args, code, says) => {
    const ended = await point(...args);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(says);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('says before enrolment that there is nothing to measure to', async () => {
    const data = ['--data', temporaryFolder()];
    const ended = await point('link', ...data, '--json');
    expect(ended.code).toBe(3);
    expect(JSON.parse(ended.stdout)).toMatchObject({ reason: 'not-enrolled' });
    expect(await point('link', ...data, '--province', 'https://127.0.0.1:1')).toMatchObject({ code: 3, stdout: '' });
  });
});

describe('the progress on stderr', () => {
  const told = (isTTY: boolean) => {
    const written: string[] = [];
    const progress = linkProgress({ isTTY, write: (text) => written.push(text) }, createTranslator('vi'));
    progress.onWaiting({ place: 12, estimateMs: 39_400 });
    progress.onWaiting({ place: 12, estimateMs: 39_400 });
    progress.onWaiting(null);
    for (let pct = 0; pct <= 100; pct++) progress.onProgress(pct / 100);
    progress.end();
    return written;
  };

  test('is a few lines in a log', () => {
    const lines = told(false);
    expect(lines[0]).toBe('Đang chờ đường truyền của tỉnh: thứ 12, khoảng 40 giây\n');
    expect(lines).toHaveLength(6);
    expect(lines.every((line) => line.endsWith('\n'))).toBe(true);
  });

  test('is one line that changes on a terminal, empty at the end', () => {
    const writes = told(true);
    expect(writes.join('')).not.toContain('\n');
    expect(writes.at(-1)).toBe('\r\u001b[2K');
  });
});
