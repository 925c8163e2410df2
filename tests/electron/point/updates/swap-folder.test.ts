import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { canSwap, swapFolder } from '../../../../electron/point/updates/swap-folder.ts';
import { temporaryFolder } from '../folder.ts';

vi.setConfig({ testTimeout: 60_000 });

/** An application of a few lines of shell: it tells its version, and stands when it is told to. */
function writeApp(folder: string, version: string, stands: boolean): void {
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'app');
  const mark = stands ? 'printf %s "$VERSION" >"$1"' : 'exit 3';
  writeFileSync(program, `#!/bin/sh\nVERSION=${version}\nprintf '%s %s\\n' "$VERSION" "$2" >>"$1.starts"\n${mark}\n`);
  chmodSync(program, 0o755);
}

/** 0.1.0 in a folder with a name as people give them, and 0.2.0 as an archive beside it. */
function world(stands = true) {
  const place = temporaryFolder();
  const appDir = join(place, 'Điểm cầu của tôi');
  const folder = join(place, 'data');
  mkdirSync(folder);
  writeApp(appDir, '0.1.0', true);
  writeApp(join(place, 'diem-cau-0.2.0'), '0.2.0', stands);
  const archive = join(place, 'new.tar.gz');
  execFileSync('tar', ['-czf', archive, '-C', place, 'diem-cau-0.2.0']);
  const running = spawn('sleep', ['60']);
  onTestFinished(() => void running.kill('SIGKILL'));
  const mark = join(folder, 'stands');
  const deps = { archive, appDir, executable: 'app', args: [mark, 'a b'], pid: running.pid ?? 0, mark, folder };
  const logged = () => (existsSync(join(folder, 'swap.log')) ? readFileSync(join(folder, 'swap.log'), 'utf8') : '');
  const versionIn = (path: string) => /VERSION=(\S+)/.exec(readFileSync(join(path, 'app'), 'utf8'))?.[1];
  const reaches = (words: string) =>
    vi.waitFor(() => expect(logged()).toContain(words), { timeout: 25_000, interval: 20 });
  return { deps, running, logged, versionIn, reaches, appDir, mark };
}

test('puts the new version in place once the old one has ended, starts it as the old one was, and keeps the old one', async () => {
  const { deps, running, logged, versionIn, reaches, appDir, mark } = world();
  expect((await swapFolder(deps)).ok).toBe(true);
  expect([versionIn(appDir), logged()]).toEqual(['0.1.0', '']);
  running.kill();
  await reaches('the new version stands');
  expect([versionIn(appDir), versionIn(`${appDir}.previous`)]).toEqual(['0.2.0', '0.1.0']);
  expect(readFileSync(`${mark}.starts`, 'utf8')).toBe('0.2.0 a b\n');
});

test('brings the old version back when the new one does not start', async () => {
  const { deps, running, versionIn, reaches, appDir, mark } = world(false);
  expect((await swapFolder(deps)).ok).toBe(true);
  running.kill();
  await reaches('the old one comes back');
  await vi.waitFor(() => expect(readFileSync(`${mark}.starts`, 'utf8')).toBe('0.2.0 a b\n0.1.0 a b\n'), {
    timeout: 25_000,
  });
  expect([versionIn(appDir), versionIn(`${appDir}.failed`)]).toEqual(['0.1.0', '0.2.0']);
});

test('an archive that is none, or holds no application, changes nothing', async () => {
  const { deps, versionIn, appDir } = world();
  writeFileSync(deps.archive, 'no archive');
  expect(await swapFolder(deps)).toMatchObject({ ok: false, error: { code: 'update-failed' } });
  const other = world();
  expect(await swapFolder({ ...other.deps, executable: 'missing' })).toMatchObject({ ok: false });
  expect([versionIn(appDir), existsSync(`${appDir}.next`)]).toEqual(['0.1.0', false]);
});

test('a folder that is not there cannot be replaced', async () => {
  const { appDir } = world();
  expect([await canSwap(appDir), await canSwap(join(appDir, 'missing'))]).toEqual([true, false]);
});
